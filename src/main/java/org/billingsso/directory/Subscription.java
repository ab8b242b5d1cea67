package org.billingsso.directory;

import java.time.LocalDate;
import java.util.Optional;
import org.billingsso.config.Default;
import org.billingsso.config.Description;

/** A product that somebody pays for again and again. */
public record Subscription(
    @Description("what the platform calls it by; case sensitive") String reference,
    Product product,
    @Default("1") int quantity,
    @Description("of one period") Money price,
    LocalDate startDate,
    @Description(
            "the last day that is paid for; renewed then where it is recurring, without end where absent")
        Optional<LocalDate> expirationDate,
    @Description("whether it renews itself") @Default("true") boolean recurring,
    @Description("whether it is in force") @Default("true") boolean enabled) {

  /** Whether it is in force and paid for on that day. */
  public boolean activeOn(LocalDate day) {
    return enabled
        && !day.isBefore(startDate)
        && expirationDate.map(last -> !day.isAfter(last)).orElse(true);
  }
}
