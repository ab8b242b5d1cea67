package org.billingsso;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands still until it is moved. */
public final class TestClock implements InstantSource {
  /** Where it stands at first. */
  public static final Instant START = Instant.parse("2026-11-22T09:30:00Z");

  private volatile Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  public void set(Instant moment) {
    now = moment;
  }

  public void advance(Duration span) {
    now = now.plus(span);
  }
}
