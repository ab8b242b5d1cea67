package org.billingsso.fusebill;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.billingsso.http.Answer;
import org.billingsso.http.Exchange;
import org.billingsso.http.HttpError;
import org.billingsso.http.MaximumLength;
import org.billingsso.http.RateLimits;
import org.billingsso.http.Routes;
import org.billingsso.journal.Diagnosis;
import org.billingsso.platform.Installation;
import org.billingsso.rest.ApiEdge;
import org.billingsso.signon.LinkRequest;
import org.billingsso.signon.SignOn;
import org.billingsso.signon.Subject;

/** The API: {@code GET /v1/SingleSignOn/GetSingleSignOnToken/{customerId}}, in any letter case. */
final class FusebillApi {
  private static final Pattern GET_TOKEN =
      Pattern.compile("^(?i)/v1/SingleSignOn/GetSingleSignOnToken/([^/]+)/?$");
  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
  private static final List<String> EVERYTHING = List.of("/v1/*", "/V1/*");

  private final SignOn signOn;
  private final FusebillSettings settings;
  private final ApiEdge<FusebillAccount> edge;

  FusebillApi(Installation<FusebillAccounts, FusebillSettings> installation) {
    this.signOn = installation.signOn();
    this.settings = installation.settings();
    RateLimits limits = installation.limits();
    this.edge =
        new ApiEdge<>(
            new FusebillDialect(installation.accounts()),
            List.of(
                limits.of("fusebill", settings.callsPerMinute(), Duration.ofMinutes(1)),
                limits.of("fusebill", settings.callsPerDay(), Duration.ofDays(1))),
            settings.enforceLimits());
  }

  void mount(Routes routes) {
    Routes api = edge.below(routes);
    api.get(GET_TOKEN.pattern(), edge.operation("GetSingleSignOnToken", this::singleSignOnToken));
    for (String all : EVERYTHING) {
      edge.nothingElse(
          api,
          all,
          "This operation is not part of the emulation.",
          "GET /v1/SingleSignOn/GetSingleSignOnToken/{customerId}");
    }
  }

  private Answer singleSignOnToken(FusebillAccount account, Exchange exchange) {
    if (exchange.method().equals("HEAD")) {
      throw new HttpError(405, "The request method is not supported.");
    }
    AccountCustomer customer = customer(account, exchange);
    Subject subject = new Subject(account.name(), Integer.toString(customer.id()));
    LinkRequest link =
        LinkRequest.of(FusebillPortal.KIND, subject, "").validFor(settings.linkValidity());
    String token = signOn.at(exchange.now()).links().issue(link).token().value();
    return Answer.json(200, '"' + token + '"').notStored();
  }

  private static AccountCustomer customer(FusebillAccount account, Exchange exchange) {
    Matcher path = GET_TOKEN.matcher(exchange.path());
    String id = path.matches() ? path.group(1) : "";
    if (!MaximumLength.REFERENCE.admits(id) || !INTEGER.matcher(id).matches()) {
      throw FusebillDialect.refusal(400, "The customer id is not an integer.")
          .because(Diagnosis.of("a customer id is an integer").seen(id));
    }
    return Optional.of(id)
        .map(BigInteger::new)
        .filter(number -> number.bitLength() < Integer.SIZE)
        .flatMap(number -> account.customer(number.intValue()))
        .orElseThrow(
            () ->
                FusebillDialect.refusal(404, "There is no customer with the id " + id + ".")
                    .because(
                        Diagnosis.of("the account has no customer of that id")
                            .seen(id)
                            .expected("an id of a customer of " + account.name())));
  }
}
