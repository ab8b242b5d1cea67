package org.billingsso.twocheckout;

import static org.billingsso.twocheckout.LinkParameters.mandatory;
import static org.billingsso.twocheckout.LinkParameters.optional;
import static org.billingsso.twocheckout.LinkParameters.within;
import static org.billingsso.twocheckout.TwoCheckoutError.CUSTOMER_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.CUSTOMER_TYPE_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.EMAIL_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.EMAIL_MANDATORY;
import static org.billingsso.twocheckout.TwoCheckoutError.SUBSCRIPTION_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.SUBSCRIPTION_MANDATORY;

import java.util.Optional;
import org.billingsso.directory.EmailAddress;
import org.billingsso.directory.Subscription;
import org.billingsso.http.MaximumLength;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * Finds what parameters name among a merchant's records. What is not there ends in the {@link
 * ApiRefusal} of its row.
 */
final class Lookups {
  private static final String CUSTOMER_TYPES =
      "AvangateCustomerReference, 2CheckoutCustomerReference or ExternalCustomerReference";

  private Lookups() {}

  static Subscription subscription(Merchant merchant, @Nullable String argument) {
    String name = "subscriptionReference";
    String reference =
        mandatory(
            name, argument, MaximumLength.REFERENCE, SUBSCRIPTION_MANDATORY, SUBSCRIPTION_INVALID);
    return merchant
        .subscription(reference)
        .orElseThrow(() -> SUBSCRIPTION_INVALID.unknown(name, reference, subscriptionOf(merchant)));
  }

  /** The customer of that address among the subscription's; its own end user without one. */
  static Customer customerOf(Subscription subscription, Merchant merchant, Optional<String> email) {
    if (email.isEmpty()) {
      return merchant.holderOf(subscription);
    }
    String address = within(MaximumLength.EMAIL, "email", email.get(), EMAIL_INVALID);
    return merchant.customersOf(subscription).stream()
        .filter(customer -> customer.person().email().isSpelled(address))
        .findFirst()
        .orElseThrow(
            () ->
                EMAIL_INVALID.because(
                    "email",
                    Diagnosis.of("email is not that of a customer of the subscription")
                        .seen(address)
                        .expected("the address of whoever holds or shares it, or nothing")));
  }

  static Customer customer(
      Merchant merchant, @Nullable String idCustomer, @Nullable String customerType) {
    String reference = customerReference("idCustomer", idCustomer);
    String type = optional(customerType).orElse("");
    Optional<Customer> customer =
        switch (type) {
          case "AvangateCustomerReference", "2CheckoutCustomerReference" ->
              merchant.customer(reference);
          case "ExternalCustomerReference" -> merchant.customerByExternalReference(reference);
          default ->
              throw CUSTOMER_TYPE_INVALID.because(
                  "customerType",
                  Diagnosis.of("customerType is none that there is")
                      .seen(type)
                      .expected(CUSTOMER_TYPES));
        };
    return customer.orElseThrow(
        () ->
            CUSTOMER_INVALID.unknown(
                "idCustomer", reference, "the " + type + " of a customer of " + merchant.code()));
  }

  /** The customer of that reference, who has the external one too where it is given. */
  static Customer customer(
      Merchant merchant, @Nullable String argument, Optional<String> externalReference) {
    String name = "customerReference";
    String reference = customerReference(name, argument);
    Customer customer =
        merchant
            .customer(reference)
            .orElseThrow(
                () ->
                    CUSTOMER_INVALID.unknown(
                        name, reference, "the reference of a customer of " + merchant.code()));
    externalReference
        .filter(external -> !customer.externalReference().equals(Optional.of(external)))
        .ifPresent(
            external -> {
              throw CUSTOMER_INVALID.because(
                  "externalCustomerReference",
                  Diagnosis.of("externalCustomerReference is not that of customer " + reference)
                      .seen(external)
                      .expected(customer.externalReference().orElse("nothing")));
            });
    return customer;
  }

  private static String customerReference(String name, @Nullable String argument) {
    return mandatory(name, argument, MaximumLength.REFERENCE, CUSTOMER_INVALID, CUSTOMER_INVALID);
  }

  static String requestedOf(Customer customer, Merchant merchant, @Nullable String request) {
    String reference =
        Optional.ofNullable(request)
            .flatMap(RequestedSubscription::in)
            .orElseThrow(() -> nothingRequested(request));
    return merchant
        .subscription(within(MaximumLength.REFERENCE, "request", reference, SUBSCRIPTION_INVALID))
        .filter(subscription -> merchant.customersOf(subscription).contains(customer))
        .map(Subscription::reference)
        .orElseThrow(
            () ->
                SUBSCRIPTION_INVALID.unknown(
                    "request",
                    reference,
                    "the reference of a subscription of customer " + customer.reference()));
  }

  private static ApiRefusal nothingRequested(@Nullable String request) {
    Diagnosis rule = Diagnosis.of("request names no subscription");
    return SUBSCRIPTION_MANDATORY.because(
        "request",
        optional(request).map(rule::seen).orElse(rule).expected("Request[]=code=REFERENCE"));
  }

  static Partner partner(
      Merchant merchant,
      @Nullable String argument,
      TwoCheckoutError missing,
      TwoCheckoutError invalid) {
    String name = "partnerCode";
    String code = mandatory(name, argument, MaximumLength.REFERENCE, missing, invalid);
    Partner partner =
        merchant
            .partner(code)
            .orElseThrow(
                () -> invalid.unknown(name, code, "the code of a partner of " + merchant.code()));
    if (!partner.active()) {
      throw invalid.because(
          name, Diagnosis.of("the directory says that the partner is not active").seen(code));
    }
    return partner;
  }

  static EmailAddress email(@Nullable String argument) {
    String text = mandatory("email", argument, MaximumLength.EMAIL, EMAIL_MANDATORY, EMAIL_INVALID);
    return EmailAddress.parse(text)
        .orElseThrow(
            () ->
                EMAIL_INVALID.because(
                    "email", Diagnosis.of("email is no e-mail address").seen(text)));
  }

  private static String subscriptionOf(Merchant merchant) {
    return "the reference of a subscription of " + merchant.code() + "; it is case sensitive";
  }
}
