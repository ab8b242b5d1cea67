package org.billingsso.fusebill;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.billingsso.directory.Secret;
import org.billingsso.http.Answer;
import org.billingsso.http.Answer.Header;
import org.billingsso.http.Authorization;
import org.billingsso.http.Exchange;
import org.billingsso.http.HttpError;
import org.billingsso.http.RateLimit.Quota;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.rest.ApiDialect;

/** How Fusebill's API knows its callers and words its refusals. */
record FusebillDialect(FusebillAccounts accounts) implements ApiDialect<FusebillAccount> {
  private static final String CODE = "Api Error";

  /** The windows that a call is counted in, in the order of the limits. */
  private static final List<String> WINDOWS = List.of("Minute", "Day");

  @Override
  public String platform() {
    return "fusebill";
  }

  @Override
  public FusebillAccount authenticate(Exchange exchange) {
    Authorization.Basic key =
        Authorization.basic(exchange)
            .orElseThrow(() -> refusal(401, "Authorization key is missing."));
    if (!key.isBase64()) {
      throw refusal(400, "Authorization key is not in the correct format.");
    }
    return accounts
        .ofKey(Secret.of(key.encoded()))
        .orElseThrow(() -> refusal(401, "Authorization key is not a valid one."));
  }

  @Override
  public String nameOf(FusebillAccount account) {
    return account.name();
  }

  @Override
  public ApiRefusal tooMany(Quota exceeded) {
    return refusal(429, "Too many calls. Call again in " + exceeded.resetSeconds() + " seconds.");
  }

  @Override
  public ApiRefusal termsFor(HttpError error, Exchange exchange) {
    return refusal(error.status(), error.reason());
  }

  static ApiRefusal refusal(int status, String message) {
    return new ApiRefusal(CODE, status, message);
  }

  @Override
  public Answer words(ApiRefusal refusal) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("ErrorId", 0).put("HttpStatusCode", refusal.number());
    body.putArray("Errors").addObject().put("Key", CODE).put("Value", refusal.message());
    return Answer.json(refusal.number(), body.toString()).notStored();
  }

  @Override
  public Answer told(Answer answer, List<Quota> quotas) {
    List<Header> left = new ArrayList<>(3 * WINDOWS.size());
    for (int i = 0; i < WINDOWS.size(); i++) {
      Quota quota = quotas.get(i);
      String window = WINDOWS.get(i);
      left.add(new Header("X-Rate-Limit-Limit-" + window, Integer.toString(quota.limit())));
      left.add(new Header("X-Rate-Limit-Remaining-" + window, Integer.toString(quota.remaining())));
      left.add(new Header("X-Rate-Limit-Reset-" + window, Long.toString(quota.resetSeconds())));
    }
    return answer.with(left);
  }
}
