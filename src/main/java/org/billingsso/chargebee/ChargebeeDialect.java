package org.billingsso.chargebee;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.billingsso.directory.Secret;
import org.billingsso.http.Answer;
import org.billingsso.http.Authorization;
import org.billingsso.http.Exchange;
import org.billingsso.http.HttpError;
import org.billingsso.http.RateLimit.Quota;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Diagnosis;
import org.billingsso.rest.ApiDialect;

/**
 * How Chargebee's API knows its callers and words its refusals: in the fields of both generations
 * of clients.
 */
record ChargebeeDialect(Sites sites) implements ApiDialect<Site> {

  @Override
  public String platform() {
    return "chargebee";
  }

  @Override
  public Site authenticate(Exchange exchange) {
    return Authorization.of(exchange)
        .flatMap(
            given ->
                given instanceof Authorization.Basic basic
                    ? basic.user()
                    : Optional.<String>empty())
        .filter(key -> !key.isEmpty())
        .flatMap(key -> sites.ofKey(Secret.of(key)))
        .orElseThrow(
            () ->
                ErrorCode.API_AUTHENTICATION_FAILED
                    .refusal("Sorry, authentication failed. Invalid api key")
                    .because(
                        Diagnosis.of("the call carried no API key of a site here")
                            .expected("Authorization: Basic, of the key and a colon")));
  }

  @Override
  public String nameOf(Site site) {
    return site.name();
  }

  @Override
  public void permit(Site site, Exchange exchange) {
    if (!site.portalThroughApi()) {
      throw ErrorCode.API_AUTHORIZATION_FAILED
          .refusal("This site does not allow access to the portal through the API")
          .because(
              Diagnosis.of("the site does not allow it")
                  .expected("portalThroughApi: true at the site in the directory"));
    }
  }

  @Override
  public ApiRefusal tooMany(Quota exceeded) {
    return ErrorCode.API_REQUEST_LIMIT_EXCEEDED
        .refusal("Too many calls: this site may make " + exceeded.limit() + " in a minute")
        .because(Diagnosis.of("too many calls in a minute").setting("chargebee.callsPerMinute"));
  }

  @Override
  public ApiRefusal termsFor(HttpError error, Exchange exchange) {
    return switch (error.status()) {
      case 404 -> ErrorCode.notFound();
      case 405 ->
          ErrorCode.HTTP_METHOD_NOT_SUPPORTED.refusal(
              "The HTTP method " + exchange.method() + " is not supported here");
      case 413 -> ErrorCode.REQUEST_TOO_LARGE.refusal("The request is too large");
      case 500 ->
          ErrorCode.INTERNAL_ERROR.refusal(
              "Sorry, something went wrong. Please try again, then tell whoever runs this gateway");
      default -> ErrorCode.INVALID_REQUEST.refusal(error.reason());
    };
  }

  @Override
  public Answer words(ApiRefusal refusal) {
    ErrorCode code = ErrorCode.of(refusal);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("message", refusal.message());
    code.type().ifPresent(type -> body.put("type", type));
    body.put("api_error_code", code.text());
    refusal.parameter().ifPresent(parameter -> body.put("param", parameter));
    body.put("error_code", code.earlierText());
    body.put("error_msg", refusal.message());
    refusal.parameter().ifPresent(parameter -> body.put("error_param", parameter));
    body.put("http_status_code", code.status());
    Answer answer = Answer.json(code.status(), body.toString()).notStored();
    return code == ErrorCode.API_AUTHENTICATION_FAILED
        ? answer.with("WWW-Authenticate", "Basic realm=\"API key\"")
        : answer;
  }
}
