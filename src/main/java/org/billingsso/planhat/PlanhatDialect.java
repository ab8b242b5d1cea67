package org.billingsso.planhat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import org.billingsso.directory.Secret;
import org.billingsso.http.Answer;
import org.billingsso.http.Authorization;
import org.billingsso.http.Exchange;
import org.billingsso.http.HttpError;
import org.billingsso.http.RateLimit.Quota;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Diagnosis;
import org.billingsso.planhat.PlanhatDialect.Caller;
import org.billingsso.rest.ApiDialect;

/** How Planhat's API knows its callers and words its refusals. */
record PlanhatDialect(Tenants tenants) implements ApiDialect<Caller> {

  /**
   * The back end that makes a call.
   *
   * @param tenant whose end users it sees
   * @param token what it presented
   */
  record Caller(Tenant tenant, ApiToken token) {}

  @Override
  public String platform() {
    return "planhat";
  }

  @Override
  public Caller authenticate(Exchange exchange) {
    return Authorization.of(exchange)
        .flatMap(PlanhatDialect::token)
        .flatMap(this::callerWith)
        .orElseThrow(() -> refusal(401, "The API token is missing or unknown"));
  }

  private Optional<Caller> callerWith(Secret token) {
    return tenants
        .ofToken(token)
        .flatMap(tenant -> tenant.token(token).map(known -> new Caller(tenant, known)));
  }

  /** The token of {@code Bearer TOKEN} or of {@code Basic base64("TOKEN:")}, colon and all. */
  private static Optional<Secret> token(Authorization given) {
    Optional<String> token = Optional.empty();
    if (given instanceof Authorization.Bearer bearer) {
      token = Optional.of(bearer.token());
    } else if (given instanceof Authorization.Basic basic) {
      token = basic.decoded().filter(text -> text.contains(":")).flatMap(text -> basic.user());
    }
    return token.filter(text -> !text.isEmpty()).map(Secret::of);
  }

  @Override
  public String nameOf(Caller caller) {
    return caller.tenant().name();
  }

  @Override
  public void permit(Caller caller, Exchange exchange) {
    if (!caller.token().sharesPortals()) {
      throw refusal(403, "The API token lacks the permission to share portals")
          .because(
              Diagnosis.of("the token may not share portals")
                  .expected("sharesPortals: true at the token in the directory"));
    }
  }

  @Override
  public ApiRefusal tooMany(Quota exceeded) {
    return refusal(429, "More than %d calls in a minute".formatted(exceeded.limit()));
  }

  @Override
  public ApiRefusal termsFor(HttpError error, Exchange exchange) {
    return refusal(error.status(), error.reason());
  }

  static ApiRefusal refusal(int status, String message) {
    return new ApiRefusal(Integer.toString(status), status, message);
  }

  @Override
  public Answer words(ApiRefusal refusal) {
    String body =
        JsonNodeFactory.instance.objectNode().put("message", refusal.message()).toString();
    return Answer.json(refusal.number(), body).notStored();
  }

  @Override
  public Answer told(Answer answer, List<Quota> quotas) {
    Quota quota = quotas.get(0);
    return answer
        .with("X-Rate-Limit-Limit", Integer.toString(quota.limit()))
        .with("X-Rate-Limit-Remaining", Integer.toString(quota.remaining()));
  }
}
