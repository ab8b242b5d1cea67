package org.billingsso.once;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.billingsso.once.Redemption.Outcome;

/** Records what many clients do at once, in the order that they can prove. */
final class Recorder {
  private final InstantSource clock;
  private final AtomicLong turns = new AtomicLong();
  private final Queue<Issue> issues = new ConcurrentLinkedQueue<>();
  private final Queue<Redemption> redemptions = new ConcurrentLinkedQueue<>();
  private final Queue<Span> outages = new ConcurrentLinkedQueue<>();
  private final Queue<Visitor.Visit> visits = new ConcurrentLinkedQueue<>();

  /**
   * @param clock the gateway's
   */
  Recorder(InstantSource clock) {
    this.clock = clock;
  }

  /** Asks for a link; empty where none was answered. */
  String issue(String holder, Duration validity, Supplier<String> request) {
    Instant from = clock.instant();
    long began = turns.getAndIncrement();
    String link = request.get();
    issues.add(new Issue(span(began, from, !link.isEmpty()), link, holder, validity));
    return link;
  }

  /** Follows a link. */
  void redeem(String link) {
    Instant from = clock.instant();
    long began = turns.getAndIncrement();
    Visitor.Visit visit = Visitor.follow(link);
    Span span = span(began, from, visit.outcome() != Outcome.UNANSWERED);
    redemptions.add(new Redemption(span, link, visit.confirmed()));
    if (visit.outcome() == Outcome.ADMITTED) {
      visits.add(visit);
    }
  }

  /** Lets nodes go down and come back. */
  void outage(Step step) throws Exception {
    Instant from = clock.instant();
    long began = turns.getAndIncrement();
    step.take();
    outages.add(span(began, from, true));
  }

  private Span span(long began, Instant from, boolean answered) {
    return answered
        ? new Span(began, turns.getAndIncrement(), from, clock.instant())
        : new Span(began, Span.NEVER, from, Instant.MAX);
  }

  /** The visits that were admitted. */
  List<Visitor.Visit> visits() {
    return List.copyOf(visits);
  }

  History history() {
    return new History(List.copyOf(issues), List.copyOf(redemptions), List.copyOf(outages));
  }
}
