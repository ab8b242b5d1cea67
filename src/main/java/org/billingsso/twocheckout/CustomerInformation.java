package org.billingsso.twocheckout;

import static org.billingsso.http.MaximumLength.SECRET;
import static org.billingsso.twocheckout.LinkParameters.mandatory;
import static org.billingsso.twocheckout.LinkParameters.optional;
import static org.billingsso.twocheckout.Lookups.customer;
import static org.billingsso.twocheckout.Lookups.subscription;
import static org.billingsso.twocheckout.TwoCheckoutError.TOKEN_INVALID;

import org.billingsso.directory.Subscription;
import org.billingsso.journal.Diagnosis;
import org.billingsso.signon.LoginLink;
import org.billingsso.signon.Token;
import org.jspecify.annotations.Nullable;

/** What a merchant is told of its customers and their subscriptions. */
final class CustomerInformation {
  private final ApiCall call;

  CustomerInformation(ApiCall call) {
    this.call = call;
  }

  CustomerView ofLink(@Nullable String sessionId, @Nullable String singleSignOnToken) {
    Merchant merchant = call.merchant(sessionId);
    String name = "singleSignOnToken";
    Token token =
        new Token(mandatory(name, singleSignOnToken, SECRET, TOKEN_INVALID, TOKEN_INVALID));
    LoginLink link =
        call.signOn()
            .links()
            .look(PortalKinds.MY_ACCOUNT, token)
            .filter(any -> any.subject().tenant().equals(merchant.code()))
            .orElseThrow(
                () ->
                    TOKEN_INVALID.because(
                        name,
                        Diagnosis.of(name + " is that of no login link to myAccount")
                            .expected("what logintoken says in a link of " + merchant.code())));
    if (!link.isUsableAt(call.exchange().now())) {
      throw TOKEN_INVALID.because(
          name,
          Diagnosis.of("the login link can no longer be used")
              .seen("%s, until %s".formatted(link.id(), link.expiresAt())));
    }
    return merchant
        .customer(link.subject().account())
        .map(CustomerView::of)
        .orElseThrow(
            () ->
                TOKEN_INVALID.because(
                    name,
                    Diagnosis.of("the directory no longer has the customer of the login link")
                        .seen(link.subject().account())));
  }

  SubscriptionView ofSubscription(
      @Nullable String sessionId, @Nullable String subscriptionReference) {
    Merchant merchant = call.merchant(sessionId);
    Subscription subscription = subscription(merchant, subscriptionReference);
    return SubscriptionView.of(subscription, merchant.holderOf(subscription));
  }

  SubscriptionView[] subscriptions(
      @Nullable String sessionId,
      @Nullable String customerReference,
      @Nullable String externalCustomerReference) {
    Merchant merchant = call.merchant(sessionId);
    Customer customer = customer(merchant, customerReference, optional(externalCustomerReference));
    return customer.billing().subscriptions().stream()
        .map(subscription -> SubscriptionView.of(subscription, customer))
        .toArray(SubscriptionView[]::new);
  }

  CustomerView ofCustomer(
      @Nullable String sessionId,
      @Nullable String customerReference,
      @Nullable String externalCustomerReference) {
    Merchant merchant = call.merchant(sessionId);
    return CustomerView.of(
        customer(merchant, customerReference, optional(externalCustomerReference)));
  }
}
