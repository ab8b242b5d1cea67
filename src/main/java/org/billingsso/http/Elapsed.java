package org.billingsso.http;

import java.time.Duration;

/**
 * How long something goes on that clients do, in real time: clocks of worlds are moved, and a
 * client is no slower for that.
 *
 * @param nanos of a time that has no beginning
 */
record Elapsed(long nanos) {

  static Elapsed sinceNow() {
    return new Elapsed(System.nanoTime());
  }

  boolean isLongerThan(Duration time) {
    return System.nanoTime() - nanos > time.toNanos();
  }
}
