package org.billingsso.store;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a store's chore, a small piece at a time, so that it holds up no request. All stores of the
 * process share one thread. While there is more to do, pieces follow each other after a short
 * break; otherwise the next comes after the pause. Whatever a piece throws, the next one comes.
 */
final class Housekeeping implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
  private static final Duration BREAK = Duration.ofMillis(20);
  private static final int MOST_REPORTED = 8;
  private static final ScheduledThreadPoolExecutor THREAD = thread();

  /** A piece of work. */
  @FunctionalInterface
  interface Chore {
    /** Whether there is likely more to do. */
    boolean work();
  }

  private final Chore chore;
  private final ScheduledFuture<?> rounds;
  private final Set<String> reported = new HashSet<>();
  private volatile Optional<String> problem = Optional.empty();
  private volatile boolean closed;

  private Housekeeping(Chore chore, Duration pause) {
    this.chore = chore;
    this.rounds =
        THREAD.scheduleWithFixedDelay(
            this::work, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  static Housekeeping start(Duration pause, Chore chore) {
    return new Housekeeping(chore, pause);
  }

  /** What keeps the chore from being done; empty where nothing does. */
  Optional<String> problem() {
    return problem;
  }

  private void work() {
    try {
      if (!closed && chore.work()) {
        var unused = THREAD.schedule(this::work, BREAK.toMillis(), TimeUnit.MILLISECONDS);
      }
      worked();
    } catch (Throwable thrown) {
      try {
        failed(thrown);
      } catch (Throwable unreported) {
        problem = Optional.of("what failed could not be reported");
      }
    }
  }

  private void worked() {
    if (problem.isPresent()) {
      problem = Optional.empty();
      reported.clear();
      log.info("The store's housekeeping goes on");
    }
  }

  /** Each kind of failure is reported once until the chore is done again. */
  private void failed(Throwable thrown) {
    if (closed) {
      return;
    }
    boolean foreseen = thrown instanceof StoreException;
    String what = foreseen ? String.valueOf(thrown.getMessage()) : thrown.toString();
    problem = Optional.of(what);
    if (reported.size() < MOST_REPORTED && reported.add(what)) {
      if (foreseen) {
        log.warn("The store's housekeeping waits: {}", what);
      } else {
        log.error("The store's housekeeping failed and is tried again; please report this", thrown);
      }
    }
  }

  private static ScheduledThreadPoolExecutor thread() {
    ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, Housekeeping::daemon);
    thread.setRemoveOnCancelPolicy(true);
    return thread;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "store-housekeeping");
    thread.setDaemon(true);
    return thread;
  }

  /** A piece that is under way may still end. */
  @Override
  public void close() {
    closed = true;
    rounds.cancel(false);
  }
}
