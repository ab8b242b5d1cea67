package org.billingsso.gateway;

import java.time.Duration;
import java.util.Optional;

/**
 * What an operator may choose about named worlds.
 *
 * @param enabled whether there are any; empty: only where no other machine reaches the gateway
 * @param maximum how many live at once; positive
 * @param forgottenAfter how long nobody uses one until it is forgotten; at least a minute
 */
public record WorldsSettings(Optional<Boolean> enabled, int maximum, Duration forgottenAfter) {
  /** How long a world is certainly kept after it was used. */
  static final Duration SHORTEST_IDLE = Duration.ofMinutes(1);

  /** What holds where nobody chose anything. */
  public static final WorldsSettings DEFAULTS =
      new WorldsSettings(Optional.empty(), 1_000, Duration.ofHours(1));

  public WorldsSettings {
    if (maximum < 1) {
      throw new IllegalArgumentException("There is room for one world at least");
    }
    if (forgottenAfter.compareTo(SHORTEST_IDLE) < 0) {
      throw new IllegalArgumentException("A world is kept for 1m at least");
    }
  }
}
