package org.billingsso.store;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has an engine drop what need not be kept any longer, batch by batch, on a thread of its own. Full
 * batches follow each other after a short breath; otherwise the next comes after the pause.
 */
final class Sweeper implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
  private static final Duration BREATH = Duration.ofMillis(20);

  /** Drops some records whose time is over. */
  @FunctionalInterface
  interface Batch {
    /** Whether there is likely more to drop. */
    boolean sweep();
  }

  private final Batch batch;
  private final Duration pause;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Sweeper::daemon);

  private Sweeper(Batch batch, Duration pause) {
    this.batch = batch;
    this.pause = pause;
  }

  static Sweeper start(Duration pause, Batch batch) {
    Sweeper sweeper = new Sweeper(batch, pause);
    sweeper.next(pause);
    return sweeper;
  }

  private void next(Duration delay) {
    var unused = thread.schedule(this::sweep, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void sweep() {
    boolean more = false;
    try {
      more = batch.sweep();
    } catch (StoreException e) {
      if (!thread.isShutdown()) {
        log.warn("Expired records stay for now, trying again: {}", e.getMessage());
      }
    }
    if (!thread.isShutdown()) {
      next(more ? BREATH : pause);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "store-sweeper");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
