package org.billingsso.http;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The counts of one world, by name: whoever asks for the same limit again goes on counting. */
public final class RateLimits {
  private final ConcurrentMap<Name, RateLimit> limits = new ConcurrentHashMap<>();

  private record Name(String platform, int calls, Duration window) {}

  /**
   * How many calls each account of a platform may make.
   *
   * @param calls in a window
   * @param window how long it is
   */
  public RateLimit of(String platform, int calls, Duration window) {
    return limits.computeIfAbsent(
        new Name(platform, calls, window), name -> new RateLimit(calls, window));
  }
}
