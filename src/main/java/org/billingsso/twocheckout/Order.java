package org.billingsso.twocheckout;

import java.time.LocalDate;
import java.util.List;
import org.billingsso.config.Default;
import org.billingsso.config.Description;
import org.billingsso.directory.Money;

/** What a customer bought at once. */
public record Order(
    String reference,
    LocalDate placedOn,
    @Description("how far it has come") @Default("complete") OrderStatus status,
    Money total,
    @Description("references of the customer's subscriptions that it began")
        List<String> subscriptions) {

  /** How far the order has come. */
  public enum OrderStatus {
    PENDING,
    COMPLETE,
    REFUNDED
  }
}
