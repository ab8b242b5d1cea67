package org.billingsso.chargebee;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.billingsso.http.Answer;
import org.billingsso.http.Exchange;
import org.billingsso.http.MaximumLength;
import org.billingsso.http.WebUrl;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.signon.IdempotencyKey;
import org.billingsso.signon.IdempotencyKeys.Claim;
import org.billingsso.signon.IdempotentLinks.Result;
import org.billingsso.signon.LinkRequest;
import org.billingsso.signon.SignOn;

/** The four operations on portal sessions, for a caller whose site is known. */
final class PortalSessionsApi {
  private static final String IDEMPOTENCY_KEY = "chargebee-idempotency-key";
  private static final int LONGEST_CUSTOMER_ID = 50;
  private static final int LONGEST_URL = 250;
  private static final int LONGEST_TOKEN = 70;

  private final SignOn signOn;
  private final Sessions sessions;
  private final ChargebeeSettings settings;

  /**
   * What a call makes.
   *
   * @param name of the activation
   * @param repeated whether it was made by an earlier call with the same idempotency key
   */
  private record Making(String name, boolean repeated) {}

  PortalSessionsApi(SignOn signOn, Sessions sessions, ChargebeeSettings settings) {
    this.signOn = signOn;
    this.sessions = sessions;
    this.settings = settings;
  }

  /** The same operations for a call at that moment. */
  PortalSessionsApi at(Instant moment) {
    return new PortalSessionsApi(signOn.at(moment), sessions.at(moment), settings);
  }

  Answer create(Site site, Exchange request) {
    Parameters parameters = Parameters.of(request);
    String customerId = parameters.required("customer[id]", LONGEST_CUSTOMER_ID);
    Optional<WebUrl> redirectUrl = parameters.url("redirect_url", LONGEST_URL);
    Optional<WebUrl> forwardUrl = parameters.url("forward_url", LONGEST_URL);
    SiteCustomer customer =
        site.customer(customerId).orElseThrow(() -> ErrorCode.notFound().of("customer[id]"));
    String target = forwardUrl.map(WebUrl::text).orElse(PortalPaths.HOME);
    LinkRequest link = sessions.request(site, customer, target, Notes.of(redirectUrl));
    Optional<IdempotencyKey> key =
        key(site, request, "create", customerId, target, Notes.of(redirectUrl).toString());
    if (key.isEmpty()) {
      return answer(site, sessions.create(link), request, false);
    }
    Result result = signOn.idempotentLinks().issue(key.get(), link);
    if (result instanceof Result.Found found) {
      Session session = sessions.session(found.issued());
      return answer(site, session.asCreated(), request, found.repeated());
    }
    throw result instanceof Result.Gone ? ErrorCode.notFound() : usedForAnotherRequest();
  }

  Answer retrieve(Site site, Exchange request) {
    return answer(site, named(site, request), request, false);
  }

  Answer logOut(Site site, Exchange request) {
    Session session = named(site, request);
    Making making = making(site, request, "logout", Sessions.idOf(session.link()));
    return answer(site, sessions.logOut(session, request.client()), request, making.repeated());
  }

  Answer activate(Site site, Exchange request) {
    Session session = named(site, request);
    String token = Parameters.of(request).required("token", LONGEST_TOKEN);
    if (!MessageDigest.isEqual(token.getBytes(UTF_8), session.token().value().getBytes(UTF_8))) {
      throw ErrorCode.wrongValue("token", "is not the token of this portal session");
    }
    Making making = making(site, request, "activate", Sessions.idOf(session.link()));
    Session activated =
        sessions
            .activate(session, making.name())
            .orElseThrow(
                () ->
                    ErrorCode.INVALID_STATE_FOR_REQUEST.refusal(
                        "Only a portal session that is not_yet_activated and has not expired can"
                            + " be activated; this one is "
                            + session.status().text()));
    return answer(site, activated, request, making.repeated());
  }

  private Session named(Site site, Exchange request) {
    return sessions.find(site, request.pathParameter("id")).orElseThrow(ErrorCode::notFound);
  }

  /** What this call makes, or what an earlier one with its idempotency key has made. */
  private Making making(Site site, Exchange request, String... saying) {
    String name = sessions.newName();
    Optional<IdempotencyKey> key = key(site, request, saying);
    if (key.isEmpty()) {
      return new Making(name, false);
    }
    Claim claim = signOn.idempotencyKeys().claim(key.get(), name);
    if (claim instanceof Claim.OfAnotherRequest) {
      throw usedForAnotherRequest();
    }
    return claim instanceof Claim.Repeated repeated
        ? new Making(repeated.outcome(), true)
        : new Making(name, false);
  }

  /** The key that the call carries, with which its repetitions say the same. */
  private Optional<IdempotencyKey> key(Site site, Exchange request, String... saying) {
    return request
        .header(IDEMPOTENCY_KEY)
        .map(PortalSessionsApi::bounded)
        .map(
            key ->
                new IdempotencyKey(
                    site.name(), key, String.join("\n", saying), settings.idempotencyKeys()));
  }

  private static String bounded(String key) {
    MaximumLength longest = MaximumLength.IDEMPOTENCY_KEY;
    if (!longest.admits(key)) {
      throw ErrorCode.wrongValue(
              IDEMPOTENCY_KEY, "cannot have more than " + longest.characters() + " characters")
          .because(longest.exceededBy(IDEMPOTENCY_KEY, key));
    }
    return key;
  }

  private static ApiRefusal usedForAnotherRequest() {
    return ErrorCode.UNABLE_TO_PROCESS_REQUEST.refusal(
        "This idempotency key has been used for another request");
  }

  private Answer answer(Site site, Session session, Exchange request, boolean repeated) {
    List<SiteCustomer> linked =
        site.customer(session.link().subject().account())
            .map(customer -> site.customersWithEmail(customer.person().email()))
            .orElse(List.of());
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("portal_session", SessionJson.of(session, linked, request.url(""), request.today()));
    Answer answer = Answer.json(200, body.toString()).notStored();
    return repeated ? answer.with("chargebee-idempotency-replayed", "true") : answer;
  }
}
