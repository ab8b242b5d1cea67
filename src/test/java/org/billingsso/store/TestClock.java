package org.billingsso.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands still until it is moved. */
public final class TestClock implements InstantSource {
  private volatile Instant now = Records.START;

  @Override
  public Instant instant() {
    return now;
  }

  public void set(Instant now) {
    this.now = now;
  }

  public void advance(Duration time) {
    now = now.plus(time);
  }
}
