package org.billingsso.store;

import java.time.Instant;
import java.time.InstantSource;

/** Stands still until it is set. */
final class TestClock implements InstantSource {
  private volatile Instant now = Records.START;

  @Override
  public Instant instant() {
    return now;
  }

  void set(Instant now) {
    this.now = now;
  }
}
