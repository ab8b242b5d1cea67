package org.billingsso.twocheckout;

import static org.billingsso.http.MaximumLength.SEARCH;
import static org.billingsso.twocheckout.LinkParameters.optional;
import static org.billingsso.twocheckout.LinkParameters.partnerBoundTo;
import static org.billingsso.twocheckout.LinkParameters.validity;
import static org.billingsso.twocheckout.LinkParameters.within;
import static org.billingsso.twocheckout.Lookups.email;
import static org.billingsso.twocheckout.Lookups.partner;
import static org.billingsso.twocheckout.TwoCheckoutError.PARTNER_BY_CODE_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.PARTNER_CODE_MANDATORY;
import static org.billingsso.twocheckout.TwoCheckoutError.PARTNER_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.PARTNER_MANDATORY;
import static org.billingsso.twocheckout.TwoCheckoutError.PARTNER_NOT_SET;
import static org.billingsso.twocheckout.TwoCheckoutError.PARTNER_TO_SET_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.SEARCH_INVALID;
import static org.billingsso.twocheckout.TwoCheckoutError.USER_INVALID;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.billingsso.directory.EmailAddress;
import org.billingsso.directory.Person;
import org.billingsso.journal.Diagnosis;
import org.billingsso.signon.Address;
import org.billingsso.signon.Subject;
import org.billingsso.twocheckout.MerchantSessions.MerchantSession;
import org.jspecify.annotations.Nullable;

/** Finds a merchant's partners, and signs their users in to the control panel. */
final class PartnerSignOn {
  private final ApiCall call;

  PartnerSignOn(ApiCall call) {
    this.call = call;
  }

  boolean set(@Nullable String sessionId, @Nullable String partnerCode) {
    MerchantSession session = call.session(sessionId);
    Partner partner =
        partner(session.merchant(), partnerCode, PARTNER_CODE_MANDATORY, PARTNER_TO_SET_INVALID);
    call.sessions().setPartner(session, partner.code(), call.exchange());
    return true;
  }

  PartnerView byCode(@Nullable String sessionId, @Nullable String partnerCode) {
    Merchant merchant = call.merchant(sessionId);
    return PartnerView.of(
        partner(merchant, partnerCode, PARTNER_CODE_MANDATORY, PARTNER_BY_CODE_INVALID));
  }

  PartnerView[] search(@Nullable String sessionId, @Nullable String searchString) {
    Merchant merchant = call.merchant(sessionId);
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

  String link(
      @Nullable String sessionId,
      @Nullable String email,
      @Nullable String partnerCode,
      @Nullable String accessPage,
      @Nullable String validityTime,
      @Nullable String validationIp) {
    MerchantSession session = call.session(sessionId);
    if (call.settings().partnerMustBeSet() && session.partner().isEmpty()) {
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
    PageUrl page = LinkTargets.ofControlPanel(accessPage, call.exchange(), call.settings());
    Duration validity = validity(validityTime, call.settings());
    Optional<Address> boundTo = partnerBoundTo(validationIp);
    Subject subject = new Subject(session.merchant().code(), partner.code(), user.email().text());
    return call.exchange()
        .url(call.issue(PortalKinds.PARTNER_PANEL, subject, page.target(), validity, boundTo));
  }
}
