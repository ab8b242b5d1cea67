package org.billingsso.planhat;

import java.time.Duration;
import org.billingsso.config.Section;

/**
 * What an operator may choose about the Planhat dialect.
 *
 * @param linkValidity how long a link lives; positive
 * @param enforceLimits whether calls beyond the limit are refused
 * @param callsPerMinute what a tenant may call in a minute; positive
 */
public record PlanhatSettings(Duration linkValidity, boolean enforceLimits, int callsPerMinute) {

  /** What holds where nobody chose anything. */
  public static final PlanhatSettings DEFAULTS =
      new PlanhatSettings(Duration.ofSeconds(30), false, 200);

  /** Where the settings have them. */
  public static final Section<PlanhatSettings> SECTION = Section.withDefaults("planhat", DEFAULTS);

  public PlanhatSettings {
    if (callsPerMinute < 1) {
      throw new IllegalArgumentException("A limit is at least one call");
    }
  }
}
