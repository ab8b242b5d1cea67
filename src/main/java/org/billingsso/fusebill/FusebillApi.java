package org.billingsso.fusebill;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.billingsso.directory.Account;
import org.billingsso.directory.AccountCustomer;
import org.billingsso.directory.Directory;
import org.billingsso.directory.Secret;
import org.billingsso.http.Answer;
import org.billingsso.http.Authorization;
import org.billingsso.http.ErrorAnswers;
import org.billingsso.http.HttpError;
import org.billingsso.http.Incoming;
import org.billingsso.http.Routes;
import org.billingsso.signon.LinkRequest;
import org.billingsso.signon.SignOn;
import org.billingsso.signon.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The API: {@code GET /v1/SingleSignOn/GetSingleSignOnToken/{customerId}}, in any letter case. */
final class FusebillApi {
  private static final Logger log = LoggerFactory.getLogger(FusebillApi.class);

  private static final Pattern GET_TOKEN =
      Pattern.compile("^(?i)/v1/SingleSignOn/GetSingleSignOnToken/([^/]+)/?$");
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
  private static final String EVERYTHING = "^(?i)/v1(/.*)?$";

  private final SignOn signOn;
  private final Directory directory;
  private final FusebillSettings settings;
  private final CallLimits limits;

  FusebillApi(SignOn signOn, Directory directory, FusebillSettings settings) {
    this.signOn = signOn;
    this.directory = directory;
    this.settings = settings;
    this.limits = new CallLimits(settings, signOn.clock());
  }

  void mount(Routes routes) {
    ErrorAnswers words = this::refuse;
    Routes api = routes.refusingWith(words.loggedTo(log));
    api.get(GET_TOKEN.pattern(), this::singleSignOnToken);
    for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
      api.on(method, EVERYTHING, FusebillApi::notHere);
    }
  }

  private Answer singleSignOnToken(Incoming request) {
    if (request.method().equals("HEAD")) {
      throw new HttpError(405, "The request method is not supported.");
    }
    Account account = authenticated(request);
    limits.take(account);
    AccountCustomer customer = customer(account, request);
    Subject subject = new Subject(account.name(), Integer.toString(customer.id()));
    LinkRequest link =
        LinkRequest.of(FusebillPortal.KIND, subject, "").validFor(settings.linkValidity());
    String token = signOn.links().issue(link).token().value();
    Answer answer = Answer.json(200, '"' + token + '"').notStored();
    return limits.told(answer, Optional.of(account));
  }

  private Account authenticated(Incoming request) {
    Authorization.Basic key =
        Authorization.basic(request)
            .orElseThrow(() -> new HttpError(401, "Authorization key is missing."));
    if (!key.isBase64()) {
      throw new HttpError(400, "Authorization key is not in the correct format.");
    }
    return caller(request)
        .orElseThrow(() -> new HttpError(401, "Authorization key is not a valid one."));
  }

  private Optional<Account> caller(Incoming request) {
    return Authorization.basic(request)
        .flatMap(key -> directory.accountOfKey(Secret.of(key.encoded())));
  }

  private static AccountCustomer customer(Account account, Incoming request) {
    Matcher path = GET_TOKEN.matcher(request.path());
    String id = path.matches() ? path.group(1) : "";
    if (!INTEGER.matcher(id).matches()) {
      throw new HttpError(400, "The customer id is not an integer.");
    }
    return Optional.of(new BigInteger(id))
        .filter(number -> number.bitLength() < Integer.SIZE)
        .flatMap(number -> account.customer(number.intValue()))
        .orElseThrow(() -> new HttpError(404, "There is no customer with the id " + id + "."));
  }

  private static Answer notHere(Incoming request) {
    throw new HttpError(404, "This operation is not part of the emulation.");
  }

  private Answer refuse(HttpError error, Incoming request) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("ErrorId", 0).put("HttpStatusCode", error.status());
    body.putArray("Errors").addObject().put("Key", "Api Error").put("Value", error.reason());
    Answer answer = Answer.json(error.status(), body.toString()).notStored();
    return limits.told(answer, caller(request));
  }
}
