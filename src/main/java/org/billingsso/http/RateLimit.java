package org.billingsso.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * How many calls each caller may make in a fixed window of time, such as a minute of the clock. It
 * counts and says what is left; whether to refuse is the dialect's to decide. Each server counts
 * what it answers itself.
 */
public final class RateLimit {
  private final int limit;
  private final long length;
  private final ConcurrentMap<String, Count> counts = new ConcurrentHashMap<>();

  /**
   * What a caller has left.
   *
   * @param limit how many calls a window has
   * @param remaining how many are left; never negative
   * @param reset until the next window begins; positive
   * @param exceeded whether more were made than a window has
   */
  public record Quota(int limit, int remaining, Duration reset, boolean exceeded) {

    /** The time until the next window in whole seconds, at least 1: for {@code Retry-After}. */
    public long resetSeconds() {
      return reset.plusMillis(999).toSeconds();
    }
  }

  private record Count(long window, long calls) {}

  /**
   * @param limit how many calls a window has
   * @param window how long it is; windows begin at multiples of it since 1970, UTC
   */
  public RateLimit(int limit, Duration window) {
    this.limit = limit;
    this.length = window.toMillis();
  }

  /**
   * Counts one call.
   *
   * @param caller whom to count it for: a name of an account that exists, so that there are few
   */
  public Quota take(String caller, Instant now) {
    long current = window(now);
    Count count =
        counts.compute(
            caller,
            (same, earlier) ->
                new Count(
                    current,
                    earlier == null || earlier.window() != current ? 1 : earlier.calls() + 1));
    return quota(now, count.calls());
  }

  /** What a caller has left, without counting a call; all of a window for an unknown one. */
  public Quota look(String caller, Instant now) {
    Count count = counts.get(caller);
    return quota(now, count == null || count.window() != window(now) ? 0 : count.calls());
  }

  private long window(Instant now) {
    return Math.floorDiv(now.toEpochMilli(), length);
  }

  private Quota quota(Instant now, long calls) {
    long left = length - Math.floorMod(now.toEpochMilli(), length);
    return new Quota(
        limit, (int) Math.max(0, limit - calls), Duration.ofMillis(left), calls > limit);
  }
}
