package org.billingsso.toy;

import java.time.Duration;
import org.billingsso.config.Description;
import org.billingsso.config.InvalidValueException;
import org.billingsso.config.Section;

/** What an operator may choose about the platform: its section of the settings. */
public record ToySettings(
    @Description("how long a link works") Duration linkValidity,
    @Description("how many calls a shop may make in a minute") int callsPerMinute) {
  static final ToySettings DEFAULTS = new ToySettings(Duration.ofSeconds(10), 60);
  static final Section<ToySettings> SECTION = Section.withDefaults("toy", DEFAULTS);

  public ToySettings {
    if (callsPerMinute < 1) {
      throw new InvalidValueException("callsPerMinute", "must be 1 at least");
    }
  }
}
