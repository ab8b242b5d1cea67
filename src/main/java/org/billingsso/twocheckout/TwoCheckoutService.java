package org.billingsso.twocheckout;

import static org.billingsso.http.MaximumLength.DATE;
import static org.billingsso.http.MaximumLength.HASH;
import static org.billingsso.http.MaximumLength.REFERENCE;
import static org.billingsso.http.MaximumLength.SEARCH;
import static org.billingsso.http.MaximumLength.SECRET;
import static org.billingsso.http.MaximumLength.WORD;
import static org.billingsso.twocheckout.LinkParameters.boundTo;
import static org.billingsso.twocheckout.LinkParameters.mandatory;
import static org.billingsso.twocheckout.LinkParameters.optional;
import static org.billingsso.twocheckout.LinkParameters.partnerBoundTo;
import static org.billingsso.twocheckout.LinkParameters.validity;
import static org.billingsso.twocheckout.LinkParameters.within;
import static org.billingsso.twocheckout.Lookups.customer;
import static org.billingsso.twocheckout.Lookups.customerOf;
import static org.billingsso.twocheckout.Lookups.email;
import static org.billingsso.twocheckout.Lookups.partner;
import static org.billingsso.twocheckout.Lookups.requestedOf;
import static org.billingsso.twocheckout.Lookups.subscription;
import static org.billingsso.twocheckout.TwoCheckoutError.AUTHENTICATION_FAILED;
import static org.billingsso.twocheckout.TwoCheckoutError.PARTNER_BY_CODE_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.PARTNER_CODE_MANDATORY;
import static org.billingsso.twocheckout.TwoCheckoutError.PARTNER_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.PARTNER_MANDATORY;
import static org.billingsso.twocheckout.TwoCheckoutError.PARTNER_NOT_SET;
import static org.billingsso.twocheckout.TwoCheckoutError.PARTNER_TO_SET_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.SEARCH_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.TOKEN_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.USER_INVALID;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.billingsso.directory.EmailAddress;
import org.billingsso.directory.Person;
import org.billingsso.directory.Subscription;
import org.billingsso.http.Exchange;
import org.billingsso.http.MaximumLength;
import org.billingsso.journal.Diagnosis;
import org.billingsso.signon.Address;
import org.billingsso.signon.LinkRequest;
import org.billingsso.signon.LoginLink;
import org.billingsso.signon.PortalKind;
import org.billingsso.signon.SignOn;
import org.billingsso.signon.Subject;
import org.billingsso.signon.Token;
import org.billingsso.twocheckout.MerchantSessions.MerchantSession;
import org.jspecify.annotations.Nullable;

/**
 * The 2Checkout API. Each method checks its parameters in their order, so that one wrong call has
 * one predictable error; what takes two of them is checked with the later one.
 */
final class TwoCheckoutService implements TwoCheckoutApi {
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");

  private final Exchange exchange;
  private final SignOn signOn;
  private final MerchantSessions sessions;
  private final TwoCheckoutSettings settings;

  /**
   * @param exchange whose caller it serves
   */
  TwoCheckoutService(
      Exchange exchange, SignOn signOn, MerchantSessions sessions, TwoCheckoutSettings settings) {
    this.exchange = exchange;
    this.signOn = signOn;
    this.sessions = sessions;
    this.settings = settings;
  }

  @Override
  public String login(
      @Nullable String merchantCode,
      @Nullable String date,
      @Nullable String hash,
      @Nullable String algo) {
    return sessions.open(
        new LoginHash(
            login(REFERENCE, "merchantCode", merchantCode),
            login(DATE, "date", date),
            login(HASH, "hash", hash),
            login(WORD, "algo", algo)),
        exchange);
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
    Merchant merchant = sessions.find(sessionId, exchange).merchant();
    Subscription subscription = subscription(merchant, subscriptionReference);
    Customer customer = customerOf(subscription, merchant, optional(email));
    Duration validity = validity(validityTime, settings);
    MyAccountPage page = MyAccountPage.ofSubscription("accessPage", accessPage);
    Optional<Address> boundTo = boundTo(validationIp);
    String target =
        page.target(Optional.of(subscription.reference()), customer.person().language());
    return exchange.url(issue(merchant, customer, target, validity, boundTo));
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
    Merchant merchant = sessions.find(sessionId, exchange).merchant();
    Customer customer = customer(merchant, idCustomer, customerType);
    MyAccountPage page = MyAccountPage.ofCustomer("page", pageName);
    Optional<String> subscription =
        page == MyAccountPage.MY_SUBSCRIPTION
            ? Optional.of(requestedOf(customer, merchant, request))
            : Optional.empty();
    Duration validity = validity(validityTime, settings);
    Optional<Address> boundTo = boundTo(validationIp);
    String language =
        optional(languageCode)
            .filter(WORD::admits)
            .map(code -> code.toLowerCase(Locale.ROOT))
            .filter(code -> LANGUAGE.matcher(code).matches())
            .orElse(customer.person().language());
    String target = page.target(subscription, language);
    return exchange.url(issue(merchant, customer, target, validity, boundTo));
  }

  @Override
  public String getSingleSignOnInCart(
      @Nullable String sessionId,
      @Nullable String idCustomer,
      @Nullable String customerType,
      @Nullable String url,
      @Nullable String validityTime,
      @Nullable String validationIp) {
    Merchant merchant = sessions.find(sessionId, exchange).merchant();
    Customer customer = customer(merchant, idCustomer, customerType);
    PageUrl buyLink = LinkTargets.buyLink(url, exchange, settings);
    Duration validity = validity(validityTime, settings);
    Optional<Address> boundTo = boundTo(validationIp);
    String target = buyLink.targetIn(customer.person().language());
    String link = issue(merchant, customer, target, validity, boundTo);
    return buyLink.origin().equals(exchange.origin())
        ? exchange.url(link)
        : buyLink.origin() + link;
  }

  @Override
  public CustomerView getCustomerInformationBySsoToken(
      @Nullable String sessionId, @Nullable String singleSignOnToken) {
    Merchant merchant = sessions.find(sessionId, exchange).merchant();
    String name = "singleSignOnToken";
    Token token =
        new Token(mandatory(name, singleSignOnToken, SECRET, TOKEN_INVALID, TOKEN_INVALID));
    LoginLink link =
        signOn
            .links()
            .look(PortalKinds.MY_ACCOUNT, token)
            .filter(any -> any.subject().tenant().equals(merchant.code()))
            .orElseThrow(
                () ->
                    TOKEN_INVALID.because(
                        name,
                        Diagnosis.of(name + " is that of no login link to myAccount")
                            .expected("what logintoken says in a link of " + merchant.code())));
    if (!link.isUsableAt(exchange.now())) {
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

  @Override
  public boolean setPartner(@Nullable String sessionId, @Nullable String partnerCode) {
    MerchantSession session = sessions.find(sessionId, exchange);
    Partner partner =
        partner(session.merchant(), partnerCode, PARTNER_CODE_MANDATORY, PARTNER_TO_SET_INVALID);
    sessions.setPartner(session, partner.code(), exchange);
    return true;
  }

  @Override
  public PartnerView getPartnerByCode(@Nullable String sessionId, @Nullable String partnerCode) {
    Merchant merchant = sessions.find(sessionId, exchange).merchant();
    return PartnerView.of(
        partner(merchant, partnerCode, PARTNER_CODE_MANDATORY, PARTNER_BY_CODE_INVALID));
  }

  @Override
  public PartnerView[] searchPartners(@Nullable String sessionId, @Nullable String searchString) {
    Merchant merchant = sessions.find(sessionId, exchange).merchant();
    String name = "searchString";
    String text =
        optional(searchString)
            .orElseThrow(
                () ->
                    SEARCH_INVALID.because(
                        name,
                        Diagnosis.of(name + " is not a text, or an empty one")
                            .expected(
                                "a part of a partner's code, company name or e-mail address")));
    String searched = within(SEARCH, name, text, SEARCH_INVALID).toLowerCase(Locale.ROOT);
    return merchant.partners().stream()
        .filter(Partner::active)
        .filter(partner -> partner.mentions(searched))
        .map(PartnerView::of)
        .toArray(PartnerView[]::new);
  }

  @Override
  public String getPartnerSingleSignOn(
      @Nullable String sessionId,
      @Nullable String email,
      @Nullable String partnerCode,
      @Nullable String accessPage,
      @Nullable String validityTime,
      @Nullable String validationIp) {
    MerchantSession session = sessions.find(sessionId, exchange);
    if (settings.partnerMustBeSet() && session.partner().isEmpty()) {
      throw PARTNER_NOT_SET.because(
          Diagnosis.of("no partner was set in this session")
              .expected("a call of setPartner before this one")
              .setting("twocheckout.partnerMustBeSet"));
    }
    EmailAddress address = email(email);
    Partner partner = partner(session.merchant(), partnerCode, PARTNER_MANDATORY, PARTNER_INVALID);
    session
        .partner()
        .filter(set -> !set.equals(partner.code()))
        .ifPresent(
            set -> {
              throw PARTNER_INVALID.because(
                  "partnerCode",
                  Diagnosis.of("setPartner has set another partner in this session")
                      .seen(partner.code())
                      .expected(set));
            });
    Person user =
        partner
            .user(address)
            .orElseThrow(
                () ->
                    USER_INVALID.unknown(
                        "email", address.text(), "the address of a user of " + partner.code()));
    PageUrl page = LinkTargets.ofControlPanel(accessPage, exchange, settings);
    Duration validity = validity(validityTime, settings);
    Optional<Address> boundTo = partnerBoundTo(validationIp);
    Subject subject = new Subject(session.merchant().code(), partner.code(), user.email().text());
    return exchange.url(
        issue(PortalKinds.PARTNER_PANEL, subject, page.target(), validity, boundTo));
  }

  @Override
  public SubscriptionView getSubscription(
      @Nullable String sessionId, @Nullable String subscriptionReference) {
    Merchant merchant = sessions.find(sessionId, exchange).merchant();
    Subscription subscription = subscription(merchant, subscriptionReference);
    return SubscriptionView.of(subscription, merchant.holderOf(subscription));
  }

  @Override
  public SubscriptionView[] getCustomerSubscriptions(
      @Nullable String sessionId,
      @Nullable String customerReference,
      @Nullable String externalCustomerReference) {
    Merchant merchant = sessions.find(sessionId, exchange).merchant();
    Customer customer = customer(merchant, customerReference, optional(externalCustomerReference));
    return customer.billing().subscriptions().stream()
        .map(subscription -> SubscriptionView.of(subscription, customer))
        .toArray(SubscriptionView[]::new);
  }

  @Override
  public CustomerView getCustomerInformation(
      @Nullable String sessionId,
      @Nullable String customerReference,
      @Nullable String externalCustomerReference) {
    Merchant merchant = sessions.find(sessionId, exchange).merchant();
    return CustomerView.of(
        customer(merchant, customerReference, optional(externalCustomerReference)));
  }

  private String issue(
      Merchant merchant,
      Customer customer,
      String target,
      Duration validity,
      Optional<Address> boundTo) {
    Subject subject =
        new Subject(merchant.code(), customer.reference(), customer.person().email().text());
    return issue(PortalKinds.MY_ACCOUNT, subject, target, validity, boundTo);
  }

  /** The target of a new link, with its token. */
  private String issue(
      PortalKind portalKind,
      Subject subject,
      String target,
      Duration validity,
      Optional<Address> boundTo) {
    LinkRequest request =
        LinkRequest.of(portalKind, subject, target).validFor(validity).boundTo(boundTo);
    return PageUrl.withToken(target, signOn.links().issue(request).token());
  }
}
