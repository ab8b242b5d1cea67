package org.billingsso.twocheckout;

import java.time.LocalDate;
import java.util.List;
import org.billingsso.config.Default;
import org.billingsso.directory.Money;

/**
 * What a customer bought at once.
 *
 * @param subscriptions references of the customer's subscriptions that it began
 */
public record Order(
    String reference,
    LocalDate placedOn,
    @Default("complete") Status status,
    Money total,
    List<String> subscriptions) {

  /** How far the order has come. */
  public enum Status {
    PENDING,
    COMPLETE,
    REFUNDED
  }
}
