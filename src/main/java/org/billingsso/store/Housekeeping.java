package org.billingsso.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does an engine's chores on a thread of its own, a small piece at a time, so that they hold up no
 * request. While there is more to do, pieces follow each other after a short breath; otherwise the
 * next comes after the pause.
 */
final class Housekeeping implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
  private static final Duration BREATH = Duration.ofMillis(20);

  /** A piece of work. */
  @FunctionalInterface
  interface Chore {
    /** Whether there is likely more to do. */
    boolean work();
  }

  private final Chore chore;
  private final Duration pause;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Housekeeping::daemon);

  private Housekeeping(Chore chore, Duration pause) {
    this.chore = chore;
    this.pause = pause;
  }

  static Housekeeping start(Duration pause, Chore chore) {
    Housekeeping housekeeping = new Housekeeping(chore, pause);
    housekeeping.next(pause);
    return housekeeping;
  }

  private void next(Duration delay) {
    var unused = thread.schedule(this::work, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void work() {
    boolean more = false;
    try {
      more = chore.work();
    } catch (StoreException e) {
      if (!thread.isShutdown()) {
        log.warn("The store's housekeeping waits: {}", e.getMessage());
      }
    }
    if (!thread.isShutdown()) {
      next(more ? BREATH : pause);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "store-housekeeping");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
