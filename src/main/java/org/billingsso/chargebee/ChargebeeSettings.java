package org.billingsso.chargebee;

import java.time.Duration;
import java.util.Optional;
import org.billingsso.config.Section;

/**
 * What Chargebee's documentation leaves open.
 *
 * @param linkValidity how long an access URL works, and how long a login waits for its activation
 * @param idempotencyKeys how long an idempotency key stands for its request
 * @param callsPerMinute how many calls of the API a site may make in a minute
 * @param signUp whether whoever knows a customer's e-mail address may set its first password;
 *     empty: only with the demo accounts, where no other machine reaches them
 */
public record ChargebeeSettings(
    Duration linkValidity, Duration idempotencyKeys, int callsPerMinute, Optional<Boolean> signUp) {

  /** What holds where nobody chose anything. */
  public static final ChargebeeSettings DEFAULTS =
      new ChargebeeSettings(Duration.ofHours(1), Duration.ofMinutes(30), 3_000, Optional.empty());

  /** Where the settings have them. */
  public static final Section<ChargebeeSettings> SECTION =
      Section.withDefaults("chargebee", DEFAULTS);

  public ChargebeeSettings {
    if (linkValidity.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("A link is valid for a second at least");
    }
    if (idempotencyKeys.isNegative()) {
      throw new IllegalArgumentException("A time is not negative");
    }
    if (callsPerMinute < 1) {
      throw new IllegalArgumentException("A site may make one call in a minute at least");
    }
  }
}
