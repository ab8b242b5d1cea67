package org.billingsso.planhat;

import java.time.Duration;
import org.billingsso.config.Description;
import org.billingsso.config.InvalidValueException;
import org.billingsso.config.Section;

/** What an operator may choose about the Planhat dialect. */
public record PlanhatSettings(
    @Description("how long a link works") Duration linkValidity,
    @Description("refuse calls beyond the limit; it is told either way") boolean enforceLimits,
    @Description("how many calls a tenant may make in a minute") int callsPerMinute) {

  /** What holds where nobody chose anything. */
  public static final PlanhatSettings DEFAULTS =
      new PlanhatSettings(Duration.ofSeconds(30), false, 200);

  /** Where the settings have them. */
  public static final Section<PlanhatSettings> SECTION = Section.withDefaults("planhat", DEFAULTS);

  public PlanhatSettings {
    if (callsPerMinute < 1) {
      throw new InvalidValueException("callsPerMinute", "A limit is at least one call");
    }
  }
}
