package org.billingsso.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.billingsso.TestClock;
import org.billingsso.cli.RunningGateway;
import org.billingsso.once.Redemption.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Many clients over HTTP, on every engine. {@code -Dhistory.steps} makes it longer, {@code
 * -Dhistory.seed} repeats the choices.
 */
class HistoryTest {
  private static final int STEPS = Integer.getInteger("history.steps", 1_000);

  @ParameterizedTest
  @EnumSource
  void everyLinkLetsOneVisitorInOnceInTime(Engine engine) throws Exception {
    TestClock clock = new TestClock();
    clock.set(Instant.now()); // Redis drops records by its own clock.
    AtomicInteger steps = new AtomicInteger();
    History history;
    try (Engine.Started started = engine.start();
        RunningGateway gateway =
            RunningGateway.start(
                clock, Map.of("store", started.url(), "fusebill.linkValidity", "10s"))) {
      Crowd crowd =
          new Crowd(
              gateway.address(),
              clock,
              Duration.ofSeconds(10),
              () -> clock.advance(Duration.ofMillis(2_500)));
      crowd.act(Crowd.seed(), () -> steps.getAndIncrement() >= STEPS);
      history = crowd.history();
    }

    System.out.println(engine + ": " + history.summary());
    assertThat(HistoryCheck.violations(history)).isEmpty();
    assertThat(history.count(Outcome.UNANSWERED)).isZero();
    assertThat(history.issues()).noneMatch(issue -> issue.link().isEmpty());
    assertThat(Outcome.values())
        .filteredOn(outcome -> history.count(outcome) > 0)
        .contains(Outcome.ADMITTED, Outcome.USED, Outcome.SUPERSEDED, Outcome.EXPIRED);
  }
}
