package org.billingsso.twocheckout;

import static org.billingsso.http.MaximumLength.DATE;
import static org.billingsso.http.MaximumLength.HASH;
import static org.billingsso.http.MaximumLength.REFERENCE;
import static org.billingsso.http.MaximumLength.WORD;
import static org.billingsso.twocheckout.LinkParameters.optional;
import static org.billingsso.twocheckout.LinkParameters.within;
import static org.billingsso.twocheckout.TwoCheckoutError.AUTHENTICATION_FAILED;

import org.billingsso.http.MaximumLength;
import org.jspecify.annotations.Nullable;

/**
 * The 2Checkout API. Each method checks its parameters in their order, so that one wrong call has
 * one predictable error; what takes two of them is checked with the later one.
 */
final class TwoCheckoutService implements TwoCheckoutApi {
  private final ApiCall call;

  /**
   * @param call the one that it serves
   */
  TwoCheckoutService(ApiCall call) {
    this.call = call;
  }

  @Override
  public String login(
      @Nullable String merchantCode,
      @Nullable String date,
      @Nullable String hash,
      @Nullable String algo) {
    return call.sessions()
        .open(
            new LoginHash(
                login(REFERENCE, "merchantCode", merchantCode),
                login(DATE, "date", date),
                login(HASH, "hash", hash),
                login(WORD, "algo", algo)),
            call.exchange());
  }

  private static String login(MaximumLength longest, String name, @Nullable String argument) {
    return within(longest, name, optional(argument).orElse(""), AUTHENTICATION_FAILED);
  }

  @Override
  public String getSingleSignOn(
      @Nullable String sessionId,
      @Nullable String subscriptionReference,
      @Nullable String email,
      @Nullable String validityTime,
      @Nullable String accessPage,
      @Nullable String validationIp) {
    return new CustomerLinks(call)
        .ofSubscription(
            sessionId, subscriptionReference, email, validityTime, accessPage, validationIp);
  }

  @Override
  public String getSingleSignOnByCustomer(
      @Nullable String sessionId,
      @Nullable String idCustomer,
      @Nullable String customerType,
      @Nullable String pageName,
      @Nullable String request,
      @Nullable String validityTime,
      @Nullable String validationIp,
      @Nullable String languageCode) {
    return new CustomerLinks(call)
        .ofCustomer(
            sessionId,
            idCustomer,
            customerType,
            pageName,
            request,
            validityTime,
            validationIp,
            languageCode);
  }

  @Override
  public String getSingleSignOnInCart(
      @Nullable String sessionId,
      @Nullable String idCustomer,
      @Nullable String customerType,
      @Nullable String url,
      @Nullable String validityTime,
      @Nullable String validationIp) {
    return new CustomerLinks(call)
        .inCart(sessionId, idCustomer, customerType, url, validityTime, validationIp);
  }

  @Override
  public CustomerView getCustomerInformationBySsoToken(
      @Nullable String sessionId, @Nullable String singleSignOnToken) {
    return new CustomerInformation(call).ofLink(sessionId, singleSignOnToken);
  }

  @Override
  public boolean setPartner(@Nullable String sessionId, @Nullable String partnerCode) {
    return new PartnerSignOn(call).set(sessionId, partnerCode);
  }

  @Override
  public PartnerView getPartnerByCode(@Nullable String sessionId, @Nullable String partnerCode) {
    return new PartnerSignOn(call).byCode(sessionId, partnerCode);
  }

  @Override
  public PartnerView[] searchPartners(@Nullable String sessionId, @Nullable String searchString) {
    return new PartnerSignOn(call).search(sessionId, searchString);
  }

  @Override
  public String getPartnerSingleSignOn(
      @Nullable String sessionId,
      @Nullable String email,
      @Nullable String partnerCode,
      @Nullable String accessPage,
      @Nullable String validityTime,
      @Nullable String validationIp) {
    return new PartnerSignOn(call)
        .link(sessionId, email, partnerCode, accessPage, validityTime, validationIp);
  }

  @Override
  public SubscriptionView getSubscription(
      @Nullable String sessionId, @Nullable String subscriptionReference) {
    return new CustomerInformation(call).ofSubscription(sessionId, subscriptionReference);
  }

  @Override
  public SubscriptionView[] getCustomerSubscriptions(
      @Nullable String sessionId,
      @Nullable String customerReference,
      @Nullable String externalCustomerReference) {
    return new CustomerInformation(call)
        .subscriptions(sessionId, customerReference, externalCustomerReference);
  }

  @Override
  public CustomerView getCustomerInformation(
      @Nullable String sessionId,
      @Nullable String customerReference,
      @Nullable String externalCustomerReference) {
    return new CustomerInformation(call)
        .ofCustomer(sessionId, customerReference, externalCustomerReference);
  }
}
