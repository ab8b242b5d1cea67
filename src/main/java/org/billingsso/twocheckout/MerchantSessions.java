package org.billingsso.twocheckout;

import static org.billingsso.twocheckout.LinkParameters.optional;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.billingsso.directory.Secret;
import org.billingsso.http.Exchange;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.signon.Access;
import org.billingsso.signon.Refusal;
import org.billingsso.signon.SignOn;
import org.billingsso.signon.Token;
import org.jspecify.annotations.Nullable;

/** The API sessions of merchants: opened by {@code login}, presented by every other call. */
final class MerchantSessions {
  private static final String PARTNER = "partner";

  /** An open session. */
  record MerchantSession(Token token, Merchant merchant, Map<String, String> notes) {
    /** The code of the partner that was set. */
    Optional<String> partner() {
      return Optional.ofNullable(notes.get(PARTNER));
    }
  }

  private final SignOn signOn;
  private final Merchants merchants;
  private final TwoCheckoutSettings settings;

  MerchantSessions(SignOn signOn, Merchants merchants, TwoCheckoutSettings settings) {
    this.signOn = signOn;
    this.merchants = merchants;
    this.settings = settings;
  }

  /** Opens a session for whoever made that hash; its id. An unknown merchant takes as long. */
  String open(LoginHash hash, Instant now) {
    Optional<Merchant> merchant = merchants.find(hash.merchantCode());
    Secret key = merchant.map(Merchant::secretKey).orElse(LoginHash.NOBODYS_KEY);
    LoginHashDiagnosis diagnosis = new LoginHashDiagnosis(hash, key, now, settings);
    if (!diagnosis.accepted() || merchant.isEmpty()) {
      String explanation = String.join(" ", diagnosis.sentences());
      throw TwoCheckoutError.AUTHENTICATION_FAILED.because(
          merchant.isPresent() ? explanation : "the directory has no merchant of that code");
    }
    return signOn.apiSessions().open(hash.merchantCode(), settings.apiSessionLength()).value();
  }

  /** The open session of that id. */
  MerchantSession find(@Nullable String id, Exchange exchange) {
    Token token = new Token(optional(id).orElseThrow(() -> forbidden("no session id was given")));
    MerchantSession session = session(token, signOn.apiSessions().find(token));
    exchange.callerIs(session.merchant(), session.merchant().code());
    return session;
  }

  /** Notes the partner that the session's later calls are about. */
  void setPartner(MerchantSession session, String code) {
    session(session.token(), signOn.apiSessions().note(session.token(), PARTNER, code));
  }

  private MerchantSession session(Token token, Access access) {
    if (access instanceof Access.Granted granted) {
      Merchant merchant =
          merchants
              .find(granted.session().tenant())
              .orElseThrow(() -> forbidden("the directory no longer has the session's merchant"));
      return new MerchantSession(token, merchant, granted.session().notes());
    }
    boolean expired =
        access instanceof Access.Denied denied && denied.why() instanceof Refusal.Expired;
    throw forbidden(
        expired
            ? "the API session is over; log in again"
            : "there is no API session of that id; log in, and pass on what login answered");
  }

  private static ApiRefusal forbidden(String diagnosis) {
    return TwoCheckoutError.FORBIDDEN.because(diagnosis);
  }
}
