package org.billingsso.once;

import java.time.Duration;
import java.time.Instant;

/**
 * A link was asked for.
 *
 * @param span when
 * @param link what was answered; empty where no answer came
 * @param holder whose earlier links it ends; empty where it ends none
 * @param validity how long it lives
 */
record Issue(Span span, String link, String holder, Duration validity) {

  /** The last moment at which it may have stopped to be valid. */
  Instant latestExpiry() {
    return span.to().plus(validity);
  }

  /** The first moment at which it may have stopped to be valid. */
  Instant earliestExpiry() {
    return span.from().plus(validity);
  }
}
