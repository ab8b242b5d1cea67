package org.billingsso.twocheckout;

import static org.billingsso.twocheckout.LinkParameters.mandatory;
import static org.billingsso.twocheckout.TwoCheckoutError.AUTHENTICATION_FAILED;
import static org.billingsso.twocheckout.TwoCheckoutError.FORBIDDEN;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billingsso.directory.Secret;
import org.billingsso.http.AddressLimit;
import org.billingsso.http.Exchange;
import org.billingsso.http.MaximumLength;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Diagnosis;
import org.billingsso.signon.Access;
import org.billingsso.signon.ApiSessions;
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

  private static final int EXPLAINED_OF_ONE_ADDRESS = 10;
  private static final int EXPLAINED_ALTOGETHER = 100;

  private final SignOn signOn;
  private final Merchants merchants;
  private final TwoCheckoutSettings settings;

  /** How many refused logins are explained in a second. */
  private final AddressLimit explanations =
      new AddressLimit(EXPLAINED_OF_ONE_ADDRESS, EXPLAINED_ALTOGETHER);

  MerchantSessions(SignOn signOn, Merchants merchants, TwoCheckoutSettings settings) {
    this.signOn = signOn;
    this.merchants = merchants;
    this.settings = settings;
  }

  /** Opens a session for whoever made that hash; its id. An unknown merchant takes as long. */
  String open(LoginHash hash, Exchange exchange) {
    Optional<Merchant> merchant = merchants.find(hash.merchantCode());
    Secret key = merchant.map(Merchant::secretKey).orElse(LoginHash.NOBODYS_KEY);
    LoginHashDiagnosis judgement = new LoginHashDiagnosis(hash, key, exchange.now(), settings);
    if (!judgement.accepted() || merchant.isEmpty()) {
      Diagnosis explained = judgement.rule().findings(findings(judgement, exchange));
      throw AUTHENTICATION_FAILED.because(merchant.isPresent() ? explained : unknown(hash));
    }
    return apiSessions(exchange).open(hash.merchantCode(), settings.apiSessionLength()).value();
  }

  /** Finding out takes many hashes, and anybody may ask for it. */
  private List<String> findings(LoginHashDiagnosis judgement, Exchange exchange) {
    return explanations.take(exchange.client(), exchange.now())
        ? judgement.sentences()
        : List.of(
            "Not explained further: at most %d refused logins a second are, for one address."
                .formatted(EXPLAINED_OF_ONE_ADDRESS));
  }

  private static Diagnosis unknown(LoginHash hash) {
    return Diagnosis.of("the directory has no merchant of that code, which is case sensitive")
        .seen(hash.merchantCode())
        .setting("directory");
  }

  /** The open session of that id. */
  MerchantSession find(@Nullable String id, Exchange exchange) {
    Token token = new Token(mandatory("sessionID", id, MaximumLength.SECRET, FORBIDDEN, FORBIDDEN));
    MerchantSession session = session(token, apiSessions(exchange).find(token));
    exchange.callerIs(session.merchant(), session.merchant().code());
    return session;
  }

  /** Notes the partner that the session's later calls are about. */
  void setPartner(MerchantSession session, String code, Exchange exchange) {
    session(session.token(), apiSessions(exchange).note(session.token(), PARTNER, code));
  }

  private ApiSessions apiSessions(Exchange exchange) {
    return signOn.at(exchange.now()).apiSessions();
  }

  private MerchantSession session(Token token, Access access) {
    if (access instanceof Access.Granted granted) {
      String code = granted.session().tenant();
      Optional<Merchant> merchant = merchants.find(code);
      if (merchant.isEmpty()) {
        signOn.apiSessions().end(token);
        throw forbidden(
            Diagnosis.of("the directory no longer has the session's merchant")
                .seen(code)
                .setting("directory"));
      }
      return new MerchantSession(token, merchant.get(), granted.session().notes());
    }
    if (access instanceof Access.Denied denied
        && denied.why() instanceof Refusal.AlreadyRevoked ended) {
      throw forbidden(
          Diagnosis.of("the API session was ended, since the directory had lost its merchant")
              .seen("it ended at " + ended.at())
              .expected("another login"));
    }
    if (access instanceof Access.Denied denied && denied.why() instanceof Refusal.Expired expired) {
      throw forbidden(
          Diagnosis.of("the API session is over")
              .seen("it ended at " + expired.at())
              .expected("another login")
              .setting("twocheckout.apiSessionLength"));
    }
    throw forbidden(
        Diagnosis.of("there is no API session of that id")
            .expected("what the last login answered, as it is"));
  }

  private static ApiRefusal forbidden(Diagnosis why) {
    return FORBIDDEN.because("sessionID", why);
  }
}
