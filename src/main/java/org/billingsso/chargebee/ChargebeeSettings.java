package org.billingsso.chargebee;

import java.time.Duration;
import java.util.Optional;
import org.billingsso.config.Description;
import org.billingsso.config.InvalidValueException;
import org.billingsso.config.Section;

/**
 * What Chargebee's documentation leaves open. Where nobody chose about {@code signUp}, it is there
 * only with the demo accounts, where no other machine reaches them.
 */
public record ChargebeeSettings(
    @Description("how long an access URL works") Duration linkValidity,
    @Description("how long an idempotency key stands for its request") Duration idempotencyKeys,
    @Description("how many calls a site may make in a minute") int callsPerMinute,
    @Description(
            "whether a customer without a password may set its first one, without a proof of the address")
        Optional<Boolean> signUp) {

  /** What holds where nobody chose anything. */
  public static final ChargebeeSettings DEFAULTS =
      new ChargebeeSettings(Duration.ofHours(1), Duration.ofMinutes(30), 3_000, Optional.empty());

  /** Where the settings have them. */
  public static final Section<ChargebeeSettings> SECTION =
      Section.withDefaults("chargebee", DEFAULTS);

  public ChargebeeSettings {
    if (linkValidity.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new InvalidValueException("linkValidity", "A link is valid for a second at least");
    }
    if (idempotencyKeys.isNegative()) {
      throw new InvalidValueException("idempotencyKeys", "A time is not negative");
    }
    if (callsPerMinute < 1) {
      throw new InvalidValueException(
          "callsPerMinute", "A site may make one call in a minute at least");
    }
  }
}
