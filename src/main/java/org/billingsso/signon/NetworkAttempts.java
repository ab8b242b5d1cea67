package org.billingsso.signon;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts the passwords that come from each network, whoever they are for: so many in a minute, then
 * the next must wait for the end of that minute. Of many networks, those that were silent longest
 * are forgotten first. Each node counts what it is asked itself.
 */
final class NetworkAttempts {
  /** More wrong passwords than an office makes in a minute. */
  static final int MOST = 60;

  static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST_NETWORKS = 10_000;

  private record Count(Instant since, int attempts) {}

  private final Map<Address, Count> counts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Address, Count> eldest) {
          return size() > MOST_NETWORKS;
        }
      };

  /** Counts an attempt, or tells how long to wait first. */
  synchronized Optional<Duration> begin(Address network, Instant now) {
    Count count = counts.get(network);
    if (count == null || !now.isBefore(count.since().plus(WINDOW))) {
      count = new Count(now, 0);
    } else if (now.isBefore(count.since())) {
      count = new Count(now, count.attempts()); // The clock went back.
    }
    boolean tooMany = count.attempts() >= MOST;
    counts.put(network, tooMany ? count : new Count(count.since(), count.attempts() + 1));
    return tooMany
        ? Optional.of(Duration.between(now, count.since().plus(WINDOW)))
        : Optional.empty();
  }

  /** Takes an attempt back, since it was no wrong one. */
  synchronized void takeBack(Address network) {
    counts.computeIfPresent(
        network, (same, count) -> new Count(count.since(), Math.max(0, count.attempts() - 1)));
  }
}
