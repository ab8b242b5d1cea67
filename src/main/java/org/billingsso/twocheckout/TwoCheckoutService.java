package org.billingsso.twocheckout;

import static org.billingsso.twocheckout.LinkParameters.boundTo;
import static org.billingsso.twocheckout.LinkParameters.mandatory;
import static org.billingsso.twocheckout.LinkParameters.optional;
import static org.billingsso.twocheckout.LinkParameters.partnerBoundTo;
import static org.billingsso.twocheckout.LinkParameters.validity;
import static org.billingsso.twocheckout.Lookups.customer;
import static org.billingsso.twocheckout.Lookups.customerOf;
import static org.billingsso.twocheckout.Lookups.email;
import static org.billingsso.twocheckout.Lookups.mentions;
import static org.billingsso.twocheckout.Lookups.partner;
import static org.billingsso.twocheckout.Lookups.requestedOf;
import static org.billingsso.twocheckout.Lookups.subscription;
import static org.billingsso.twocheckout.TwoCheckoutError.ACCESS_PAGE_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.EMAIL_MANDATORY;
import static org.billingsso.twocheckout.TwoCheckoutError.PARTNER_BY_CODE_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.PARTNER_CODE_MANDATORY;
import static org.billingsso.twocheckout.TwoCheckoutError.PARTNER_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.PARTNER_MANDATORY;
import static org.billingsso.twocheckout.TwoCheckoutError.PARTNER_NOT_SET;
import static org.billingsso.twocheckout.TwoCheckoutError.PARTNER_TO_SET_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.SEARCH_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.TOKEN_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.URL_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.URL_MANDATORY;
import static org.billingsso.twocheckout.TwoCheckoutError.USER_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.billingsso.directory.EmailAddress;
import org.billingsso.directory.Person;
import org.billingsso.directory.Subscription;
import org.billingsso.http.Exchange;
import org.billingsso.http.InvalidUrlException;
import org.billingsso.http.Origin;
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
            optional(merchantCode).orElse(""),
            optional(date).orElse(""),
            optional(hash).orElse(""),
            optional(algo).orElse("")),
        exchange.now());
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
    MyAccountPage page =
        optional(accessPage)
            .map(name -> MyAccountPage.ofSubscription(name).orElseThrow(ACCESS_PAGE_INVALID::error))
            .orElse(MyAccountPage.HOME);
    Optional<Address> boundTo = boundTo(validationIp);
    String target =
        page.target(Optional.of(subscription.reference()), customer.person().language());
    return exchange.origin()
        + exchange.base()
        + issue(merchant, customer, target, validity, boundTo);
  }

  @Override
  public String getSingleSignOnByCustomer(
      @Nullable String sessionId,
      @Nullable String idCustomer,
      @Nullable String customerType,
      @Nullable String pageName,
      @Nullable JsonNode request,
      @Nullable String validityTime,
      @Nullable String validationIp,
      @Nullable String languageCode) {
    Merchant merchant = sessions.find(sessionId, exchange).merchant();
    Customer customer = customer(merchant, idCustomer, customerType);
    MyAccountPage page =
        optional(pageName)
            .map(name -> MyAccountPage.ofCustomer(name).orElseThrow(ACCESS_PAGE_INVALID::error))
            .orElse(MyAccountPage.HOME);
    Optional<String> subscription =
        page == MyAccountPage.MY_SUBSCRIPTION
            ? Optional.of(requestedOf(customer, merchant, request))
            : Optional.empty();
    Duration validity = validity(validityTime, settings);
    Optional<Address> boundTo = boundTo(validationIp);
    String language =
        optional(languageCode)
            .map(code -> code.toLowerCase(Locale.ROOT))
            .filter(code -> LANGUAGE.matcher(code).matches())
            .orElse(customer.person().language());
    String target = page.target(subscription, language);
    return exchange.origin()
        + exchange.base()
        + issue(merchant, customer, target, validity, boundTo);
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
    PageUrl buyLink = page("url", url);
    requireOrigin(buyLink, exchange, settings.cartOrigins(), "twocheckout.cartOrigins");
    Duration validity = validity(validityTime, settings);
    Optional<Address> boundTo = boundTo(validationIp);
    String target = buyLink.targetIn(customer.person().language());
    return buyLink.origin() + issue(merchant, customer, target, validity, boundTo);
  }

  @Override
  public CustomerView getCustomerInformationBySsoToken(
      @Nullable String sessionId, @Nullable String singleSignOnToken) {
    Merchant merchant = sessions.find(sessionId, exchange).merchant();
    Token token = new Token(mandatory(singleSignOnToken, TOKEN_INVALID));
    return signOn
        .links()
        .look(PortalKinds.MY_ACCOUNT, token)
        .filter(link -> link.subject().tenant().equals(merchant.code()))
        .filter(link -> link.isUsableAt(exchange.now()))
        .map(LoginLink::subject)
        .flatMap(subject -> merchant.customer(subject.account()))
        .map(CustomerView::of)
        .orElseThrow(TOKEN_INVALID::error);
  }

  @Override
  public boolean setPartner(@Nullable String sessionId, @Nullable String partnerCode) {
    MerchantSession session = sessions.find(sessionId, exchange);
    String code = mandatory(partnerCode, PARTNER_CODE_MANDATORY);
    sessions.setPartner(session, partner(session.merchant(), code, PARTNER_TO_SET_INVALID).code());
    return true;
  }

  @Override
  public PartnerView getPartnerByCode(@Nullable String sessionId, @Nullable String partnerCode) {
    Merchant merchant = sessions.find(sessionId, exchange).merchant();
    String code = mandatory(partnerCode, PARTNER_CODE_MANDATORY);
    return PartnerView.of(partner(merchant, code, PARTNER_BY_CODE_INVALID));
  }

  @Override
  public List<PartnerView> searchPartners(
      @Nullable String sessionId, @Nullable JsonNode searchString) {
    Merchant merchant = sessions.find(sessionId, exchange).merchant();
    if (searchString == null || !searchString.isTextual() || searchString.asText().isEmpty()) {
      throw SEARCH_INVALID.error();
    }
    String searched = searchString.textValue().toLowerCase(Locale.ROOT);
    return merchant.partners().stream()
        .filter(Partner::active)
        .filter(partner -> mentions(partner, searched))
        .map(PartnerView::of)
        .toList();
  }

  @Override
  public String getPartnerSingleSignOn(
      @Nullable String sessionId,
      @Nullable String email,
      @Nullable String partnerCode,
      @Nullable String accessPage,
      @Nullable String validityTime,
      @Nullable JsonNode validationIp) {
    MerchantSession session = sessions.find(sessionId, exchange);
    if (settings.partnerMustBeSet() && session.partner().isEmpty()) {
      throw PARTNER_NOT_SET.error();
    }
    EmailAddress address = email(mandatory(email, EMAIL_MANDATORY));
    Partner partner =
        partner(session.merchant(), mandatory(partnerCode, PARTNER_MANDATORY), PARTNER_INVALID);
    if (session.partner().filter(set -> !set.equals(partner.code())).isPresent()) {
      throw PARTNER_INVALID.because("setPartner has set another partner in this session");
    }
    Person user = partner.user(address).orElseThrow(USER_INVALID::error);
    PageUrl page = page("accessPage", accessPage);
    requireOrigin(
        page, exchange, settings.controlPanelOrigins(), "twocheckout.controlPanelOrigins");
    if (!page.isOfControlPanel()) {
      throw URL_INVALID.because(
          Diagnosis.of("accessPage is no page of the control panel")
              .seen(page.url().path())
              .expected("a path below /partners/ or /cpanel/"));
    }
    Duration validity = validity(validityTime, settings);
    Optional<Address> boundTo = partnerBoundTo(validationIp);
    Subject subject = new Subject(session.merchant().code(), partner.code(), user.email().text());
    return exchange.origin()
        + issue(PortalKinds.PARTNER_PANEL, subject, page.target(), validity, boundTo);
  }

  @Override
  public SubscriptionView getSubscription(
      @Nullable String sessionId, @Nullable String subscriptionReference) {
    Merchant merchant = sessions.find(sessionId, exchange).merchant();
    Subscription subscription = subscription(merchant, subscriptionReference);
    return SubscriptionView.of(subscription, merchant.holderOf(subscription));
  }

  @Override
  public List<SubscriptionView> getCustomerSubscriptions(
      @Nullable String sessionId,
      @Nullable String customerReference,
      @Nullable String externalCustomerReference) {
    Merchant merchant = sessions.find(sessionId, exchange).merchant();
    Customer customer = customer(merchant, customerReference, optional(externalCustomerReference));
    return customer.billing().subscriptions().stream()
        .map(subscription -> SubscriptionView.of(subscription, customer))
        .toList();
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

  private static PageUrl page(String parameter, @Nullable String url) {
    try {
      return PageUrl.parse(mandatory(url, URL_MANDATORY));
    } catch (InvalidUrlException refused) {
      throw URL_INVALID.because(refused.diagnosis(parameter));
    }
  }

  /** Refuses a page on an origin that is neither ours nor one of the operator's. */
  private static void requireOrigin(
      PageUrl page, Exchange exchange, List<Origin> others, String setting) {
    if (!page.origin().equals(exchange.origin()) && !others.contains(page.origin())) {
      throw URL_INVALID.because(
          Diagnosis.of("the page's URL is on an origin that login links do not lead to")
              .seen(page.origin().toString())
              .expected("this gateway's own or one of the setting's")
              .setting(setting));
    }
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
