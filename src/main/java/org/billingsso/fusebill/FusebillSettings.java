package org.billingsso.fusebill;

import java.time.Duration;
import org.billingsso.config.Description;
import org.billingsso.config.InvalidValueException;
import org.billingsso.config.Section;

/** What an operator may choose about the Fusebill dialect. */
public record FusebillSettings(
    @Description("how long a token works") Duration linkValidity,
    @Description("refuse calls beyond the limits; they are told either way") boolean enforceLimits,
    @Description("how many calls an account may make in a minute") int callsPerMinute,
    @Description("how many it may make in a day") int callsPerDay) {

  /** What holds where nobody chose anything. */
  public static final FusebillSettings DEFAULTS =
      new FusebillSettings(Duration.ofSeconds(60), false, 1_000, 180_000);

  /** Where the settings have them. */
  public static final Section<FusebillSettings> SECTION =
      Section.withDefaults("fusebill", DEFAULTS);

  public FusebillSettings {
    if (callsPerMinute < 1) {
      throw new InvalidValueException("callsPerMinute", "A limit is at least one call");
    }
    if (callsPerDay < 1) {
      throw new InvalidValueException("callsPerDay", "A limit is at least one call");
    }
  }
}
