package org.billingsso.toy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.billingsso.directory.Secret;
import org.billingsso.http.Answer;
import org.billingsso.http.Authorization;
import org.billingsso.http.Exchange;
import org.billingsso.http.HttpError;
import org.billingsso.http.RateLimit.Quota;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.rest.ApiDialect;
import org.billingsso.toy.ToyShops.ToyShop;

/** How the API knows its callers, and its words for what it refuses. */
record ToyDialect(ToyShops shops) implements ApiDialect<ToyShop> {

  @Override
  public String platform() {
    return "toy";
  }

  @Override
  public ToyShop authenticate(Exchange exchange) {
    return Authorization.of(exchange)
        .filter(Authorization.Bearer.class::isInstance)
        .map(key -> ((Authorization.Bearer) key).token())
        .flatMap(key -> shops.ofKey(Secret.of(key)))
        .orElseThrow(() -> refusal(401, "no such key"));
  }

  @Override
  public String nameOf(ToyShop shop) {
    return shop.name();
  }

  @Override
  public ApiRefusal tooMany(Quota exceeded) {
    return refusal(429, "wait for %d s".formatted(exceeded.resetSeconds()));
  }

  @Override
  public ApiRefusal termsFor(HttpError error, Exchange exchange) {
    return refusal(error.status(), error.reason());
  }

  static ApiRefusal refusal(int status, String trouble) {
    return new ApiRefusal("trouble", status, trouble);
  }

  @Override
  public Answer words(ApiRefusal refusal) {
    return json(refusal.number(), refusal.code(), refusal.message());
  }

  static Answer json(int status, String name, String value) {
    return Answer.json(status, JsonNodeFactory.instance.objectNode().put(name, value).toString())
        .notStored();
  }
}
