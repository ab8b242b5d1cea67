package org.billingsso.twocheckout;

import static org.billingsso.twocheckout.LinkParameters.mandatory;
import static org.billingsso.twocheckout.LinkParameters.optional;
import static org.billingsso.twocheckout.LinkParameters.requestedSubscription;
import static org.billingsso.twocheckout.TwoCheckoutError.CUSTOMER_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.CUSTOMER_TYPE_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.EMAIL_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.SUBSCRIPTION_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.SUBSCRIPTION_MANDATORY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.billingsso.directory.EmailAddress;
import org.billingsso.directory.Subscription;
import org.billingsso.journal.ApiRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Finds what parameters name among a merchant's records. What is not there ends in the {@link
 * ApiRefusal} of its row.
 */
final class Lookups {
  private Lookups() {}

  static Subscription subscription(Merchant merchant, @Nullable String reference) {
    return merchant
        .subscription(mandatory(reference, SUBSCRIPTION_MANDATORY))
        .orElseThrow(SUBSCRIPTION_INVALID::error);
  }

  /** The customer of that address among the subscription's; its own end user without one. */
  static Customer customerOf(Subscription subscription, Merchant merchant, Optional<String> email) {
    if (email.isEmpty()) {
      return merchant.holderOf(subscription);
    }
    return merchant.customersOf(subscription).stream()
        .filter(customer -> customer.person().email().isSpelled(email.get()))
        .findFirst()
        .orElseThrow(
            () ->
                EMAIL_INVALID.because("the address is not that of a customer of the subscription"));
  }

  static Customer customer(
      Merchant merchant, @Nullable String idCustomer, @Nullable String customerType) {
    String reference = mandatory(idCustomer, CUSTOMER_INVALID);
    Optional<Customer> customer =
        switch (optional(customerType).orElse("")) {
          case "AvangateCustomerReference", "2CheckoutCustomerReference" ->
              merchant.customer(reference);
          case "ExternalCustomerReference" -> merchant.customerByExternalReference(reference);
          default -> throw CUSTOMER_TYPE_INVALID.error();
        };
    return customer.orElseThrow(CUSTOMER_INVALID::error);
  }

  /** The customer of that reference, who has the external one too where it is given. */
  static Customer customer(
      Merchant merchant, @Nullable String reference, Optional<String> externalReference) {
    return merchant
        .customer(mandatory(reference, CUSTOMER_INVALID))
        .filter(
            customer ->
                externalReference.isEmpty()
                    || customer.externalReference().equals(externalReference))
        .orElseThrow(CUSTOMER_INVALID::error);
  }

  static String requestedOf(Customer customer, Merchant merchant, @Nullable JsonNode request) {
    String reference = requestedSubscription(request).orElseThrow(SUBSCRIPTION_MANDATORY::error);
    return merchant
        .subscription(reference)
        .filter(subscription -> merchant.customersOf(subscription).contains(customer))
        .map(Subscription::reference)
        .orElseThrow(SUBSCRIPTION_INVALID::error);
  }

  static Partner partner(Merchant merchant, String code, TwoCheckoutError invalid) {
    return merchant.partner(code).filter(Partner::active).orElseThrow(invalid::error);
  }

  static boolean mentions(Partner partner, String lowerCaseText) {
    return Stream.of(partner.code(), partner.companyName(), partner.email().text())
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(lowerCaseText));
  }

  static EmailAddress email(String text) {
    return EmailAddress.parse(text).orElseThrow(EMAIL_INVALID::error);
  }
}
