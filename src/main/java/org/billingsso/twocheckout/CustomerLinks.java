package org.billingsso.twocheckout;

import static org.billingsso.http.MaximumLength.WORD;
import static org.billingsso.twocheckout.LinkParameters.boundTo;
import static org.billingsso.twocheckout.LinkParameters.optional;
import static org.billingsso.twocheckout.LinkParameters.validity;
import static org.billingsso.twocheckout.Lookups.customer;
import static org.billingsso.twocheckout.Lookups.customerOf;
import static org.billingsso.twocheckout.Lookups.requestedOf;
import static org.billingsso.twocheckout.Lookups.subscription;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.billingsso.directory.Subscription;
import org.billingsso.signon.Address;
import org.billingsso.signon.Subject;
import org.jspecify.annotations.Nullable;

/** Links that sign customers in to myAccount, or in the cart. */
final class CustomerLinks {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

  private final ApiCall call;

  CustomerLinks(ApiCall call) {
    this.call = call;
  }

  String ofSubscription(
      @Nullable String sessionId,
      @Nullable String subscriptionReference,
      @Nullable String email,
      @Nullable String validityTime,
      @Nullable String accessPage,
      @Nullable String validationIp) {
    Merchant merchant = call.merchant(sessionId);
    Subscription subscription = subscription(merchant, subscriptionReference);
    Customer customer = customerOf(subscription, merchant, optional(email));
    Duration validity = validity(validityTime, call.settings());
    MyAccountPage page = MyAccountPage.ofSubscription("accessPage", accessPage);
    Optional<Address> boundTo = boundTo(validationIp);
    String target =
        page.target(Optional.of(subscription.reference()), customer.person().language());
    return call.exchange().url(issue(merchant, customer, target, validity, boundTo));
  }

  String ofCustomer(
      @Nullable String sessionId,
      @Nullable String idCustomer,
      @Nullable String customerType,
      @Nullable String pageName,
      @Nullable String request,
      @Nullable String validityTime,
      @Nullable String validationIp,
      @Nullable String languageCode) {
    Merchant merchant = call.merchant(sessionId);
    Customer customer = customer(merchant, idCustomer, customerType);
    MyAccountPage page = MyAccountPage.ofCustomer("page", pageName);
    Optional<String> subscription =
        page == MyAccountPage.MY_SUBSCRIPTION
            ? Optional.of(requestedOf(customer, merchant, request))
            : Optional.empty();
    Duration validity = validity(validityTime, call.settings());
    Optional<Address> boundTo = boundTo(validationIp);
    String language =
        optional(languageCode)
            .filter(WORD::admits)
            .map(code -> code.toLowerCase(Locale.ROOT))
            .filter(code -> LANGUAGE.matcher(code).matches())
            .orElse(customer.person().language());
    String target = page.target(subscription, language);
    return call.exchange().url(issue(merchant, customer, target, validity, boundTo));
  }

  String inCart(
      @Nullable String sessionId,
      @Nullable String idCustomer,
      @Nullable String customerType,
      @Nullable String url,
      @Nullable String validityTime,
      @Nullable String validationIp) {
    Merchant merchant = call.merchant(sessionId);
    Customer customer = customer(merchant, idCustomer, customerType);
    PageUrl buyLink = LinkTargets.buyLink(url, call.exchange(), call.settings());
    Duration validity = validity(validityTime, call.settings());
    Optional<Address> boundTo = boundTo(validationIp);
    String target = buyLink.targetIn(customer.person().language());
    String link = issue(merchant, customer, target, validity, boundTo);
    return buyLink.origin().equals(call.exchange().origin())
        ? call.exchange().url(link)
        : buyLink.origin() + link;
  }

  private String issue(
      Merchant merchant,
      Customer customer,
      String target,
      Duration validity,
      Optional<Address> boundTo) {
    Subject subject =
        new Subject(merchant.code(), customer.reference(), customer.person().email().text());
    return call.issue(PortalKinds.MY_ACCOUNT, subject, target, validity, boundTo);
  }
}
