package org.billingsso.store;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what comes within a moment, and looks often: for steps that a test takes many of. */
public final class Soon {
  private Soon() {}

  /** Returns when that is so. */
  public static void until(Callable<Boolean> condition) {
    await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).until(condition);
  }
}
