package org.billingsso.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time of one world: the real one until it is moved. Moves take effect at once. */
public final class WorldClock implements InstantSource {
  private final InstantSource real;
  private volatile Duration ahead = Duration.ZERO;

  /**
   * @param real what it shows until it is moved
   */
  WorldClock(InstantSource real) {
    this.real = real;
  }

  @Override
  public Instant instant() {
    Duration offset = ahead;
    return offset.isZero() ? real.instant() : real.instant().plus(offset);
  }

  /**
   * Until when, in real time, something is kept that this clock says to keep until then: at least
   * as long as that is from now on by this clock, and at least until it shows that moment when it
   * shows the real time again.
   */
  Instant inRealTime(Instant keepUntil) {
    Duration offset = ahead;
    return offset.isNegative() ? keepUntil.minus(offset) : keepUntil;
  }

  /**
   * Moves it, from where it stands.
   *
   * @param span negative: back
   */
  public synchronized void advance(Duration span) {
    ahead = ahead.plus(span);
  }

  /** Moves it to that moment, from where it goes on. */
  public synchronized void set(Instant moment) {
    ahead = Duration.between(real.instant(), moment);
  }

  /** Shows the real time again. */
  public synchronized void reset() {
    ahead = Duration.ZERO;
  }
}
