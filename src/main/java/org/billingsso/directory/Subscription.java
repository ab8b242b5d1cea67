package org.billingsso.directory;

import java.time.LocalDate;
import java.util.Optional;
import org.billingsso.config.Default;

/**
 * A product that somebody pays for again and again.
 *
 * @param reference what the platform calls it by; case sensitive
 * @param price of one period
 * @param expirationDate the last day that is paid for; renewed then where it is recurring, without
 *     end where absent
 * @param recurring whether it renews itself
 * @param enabled whether it is in force
 */
public record Subscription(
    String reference,
    Product product,
    @Default("1") int quantity,
    Money price,
    LocalDate startDate,
    Optional<LocalDate> expirationDate,
    @Default("true") boolean recurring,
    @Default("true") boolean enabled) {

  /** Whether it is in force and paid for on that day. */
  public boolean activeOn(LocalDate day) {
    return enabled
        && !day.isBefore(startDate)
        && expirationDate.map(last -> !day.isAfter(last)).orElse(true);
  }
}
