package org.billingsso.once;

import java.time.Instant;

/**
 * Between which two moments a request had its effect, as its client can tell.
 *
 * @param began its place in the order of all beginnings and ends
 * @param ended likewise; {@link #NEVER} where no answer came
 * @param from what the gateway's clock showed at the beginning
 * @param to what it showed at the end
 */
record Span(long began, long ended, Instant from, Instant to) {
  static final long NEVER = Long.MAX_VALUE;

  /** Whether this one was answered before the other began. */
  boolean precedes(Span other) {
    return ended < other.began;
  }

  /** Whether both may have been going on at one moment. */
  boolean overlaps(Span other) {
    return !precedes(other) && !other.precedes(this);
  }
}
