package org.billingsso.gateway;

import java.time.Duration;
import java.util.Optional;
import org.billingsso.config.Description;
import org.billingsso.config.InvalidValueException;

/** What an operator may choose about named worlds. */
public record WorldsSettings(
    @Description(
            "isolated worlds below /w/{name}/, made on first use: accounts, clock, records and limits of their own, in memory")
        Optional<Boolean> enabled,
    @Description(
            "how many live at once; one more takes the place of one that was idle for a minute")
        int maximum,
    @Description("how long nobody uses a world until it is forgotten") Duration forgottenAfter,
    @Description(
            "how many links and sessions one keeps, at about 300 bytes each; a call that needs one more fails until others are forgotten")
        int maximumRecords) {
  /** How long a world is certainly kept after it was used. */
  static final Duration SHORTEST_IDLE = Duration.ofMinutes(1);

  /** What holds where nobody chose anything. */
  public static final WorldsSettings DEFAULTS =
      new WorldsSettings(Optional.empty(), 1_000, Duration.ofHours(1), 100_000);

  public WorldsSettings {
    if (maximum < 1) {
      throw new InvalidValueException("maximum", "There is room for one world at least");
    }
    if (forgottenAfter.compareTo(SHORTEST_IDLE) < 0) {
      throw new InvalidValueException("forgottenAfter", "A world is kept for 1m at least");
    }
    if (maximumRecords < 1) {
      throw new InvalidValueException("maximumRecords", "A world has room for one record at least");
    }
  }
}
