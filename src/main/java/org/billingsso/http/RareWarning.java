package org.billingsso.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A line in the log about what clients can cause as often as they like: it stands there once in a
 * while, with how often it has happened.
 */
final class RareWarning {
  private static final Logger log = LoggerFactory.getLogger(RareWarning.class);
  private static final Duration WHILE = Duration.ofMinutes(1);

  private final String text;
  private int untold;
  private @Nullable Elapsed told;

  RareWarning(String text) {
    this.text = text;
  }

  /** It has happened. */
  synchronized void happened() {
    untold++;
    if (told == null || told.isLongerThan(WHILE)) {
      log.warn("{} (seen {} times since this was last said)", text, untold);
      told = Elapsed.sinceNow();
      untold = 0;
    }
  }
}
