package org.billingsso.twocheckout;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.xml.bind.annotation.XmlType;
import java.time.LocalDate;
import org.billingsso.directory.Person;
import org.billingsso.directory.Subscription;
import org.jspecify.annotations.Nullable;

/** A Subscription object of the API. Dates are {@code YYYY-MM-DD}. */
@JsonNaming(UpperCamelCaseStrategy.class)
@XmlType(name = "Subscription")
public record SubscriptionView(
    String subscriptionReference,
    String startDate,
    @Nullable String expirationDate,
    boolean recurringEnabled,
    boolean subscriptionEnabled,
    ProductView product,
    EndUserView endUser) {

  /** What was bought. */
  @JsonNaming(UpperCamelCaseStrategy.class)
  public record ProductView(String productCode, String productName, int productQuantity) {}

  /** Who uses it. */
  @JsonNaming(UpperCamelCaseStrategy.class)
  public record EndUserView(
      String firstName,
      String lastName,
      @Nullable String company,
      String email,
      @Nullable String countryCode) {}

  static SubscriptionView of(Subscription subscription, Customer holder) {
    Person person = holder.person();
    return new SubscriptionView(
        subscription.reference(),
        subscription.startDate().toString(),
        subscription.expirationDate().map(LocalDate::toString).orElse(null),
        subscription.recurring(),
        subscription.enabled(),
        new ProductView(
            subscription.product().code(), subscription.product().name(), subscription.quantity()),
        new EndUserView(
            person.firstName(),
            person.lastName(),
            person.company().orElse(null),
            person.email().text(),
            holder.billing().address().map(place -> place.country().alpha2()).orElse(null)));
  }
}
