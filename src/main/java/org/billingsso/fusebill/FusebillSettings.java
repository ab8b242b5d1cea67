package org.billingsso.fusebill;

import java.time.Duration;
import org.billingsso.config.Section;

/**
 * What an operator may choose about the Fusebill dialect.
 *
 * @param linkValidity how long a token lives; positive
 * @param enforceLimits whether calls beyond the limits are refused
 * @param callsPerMinute what an account may call in a minute; positive
 * @param callsPerDay what it may call in a day; positive
 */
public record FusebillSettings(
    Duration linkValidity, boolean enforceLimits, int callsPerMinute, int callsPerDay) {

  /** What holds where nobody chose anything. */
  public static final FusebillSettings DEFAULTS =
      new FusebillSettings(Duration.ofSeconds(60), false, 1_000, 180_000);

  /** Where the settings have them. */
  public static final Section<FusebillSettings> SECTION =
      Section.withDefaults("fusebill", DEFAULTS);

  public FusebillSettings {
    if (callsPerMinute < 1 || callsPerDay < 1) {
      throw new IllegalArgumentException("A limit is at least one call");
    }
  }
}
