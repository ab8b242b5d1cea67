package org.billingsso.toy;

import java.time.Duration;
import java.util.List;
import org.billingsso.http.Answer;
import org.billingsso.http.Exchange;
import org.billingsso.http.Routes;
import org.billingsso.journal.Diagnosis;
import org.billingsso.platform.Installation;
import org.billingsso.rest.ApiEdge;
import org.billingsso.signon.LinkRequest;
import org.billingsso.signon.SignOn;
import org.billingsso.signon.Subject;
import org.billingsso.signon.Token;
import org.billingsso.toy.ToyShops.ToyShop;

/** The API: {@code POST /toy/api/links/{number}} answers a link that signs a customer in. */
final class ToyApi {
  private final SignOn signOn;
  private final ToySettings settings;
  private final ApiEdge<ToyShop> edge;

  ToyApi(Installation<ToyShops, ToySettings> installation) {
    this.signOn = installation.signOn();
    this.settings = installation.settings();
    this.edge =
        new ApiEdge<>(
            new ToyDialect(installation.accounts()),
            List.of(
                installation.limits().of("toy", settings.callsPerMinute(), Duration.ofMinutes(1))),
            true);
  }

  void mount(Routes routes) {
    Routes api = edge.below(routes);
    api.post("/toy/api/links/{number}", edge.operation("issueLink", this::issueLink));
    edge.nothingElse(api, "/toy/api/*", "no such call", "POST /toy/api/links/{number}");
  }

  private Answer issueLink(ToyShop shop, Exchange exchange) {
    String number = exchange.pathParameter("number");
    if (shop.customer(number).isEmpty()) {
      throw ToyDialect.refusal(404, "no such customer")
          .because(
              Diagnosis.of("the shop has no customer of that number")
                  .seen(number)
                  .expected("the number of a customer of " + shop.name()));
    }
    LinkRequest link =
        LinkRequest.of(ToyPortal.KIND, new Subject(shop.name(), number), ToyPortal.HOME)
            .validFor(settings.linkValidity());
    Token token = signOn.at(exchange.now()).links().issue(link).token();
    return ToyDialect.json(201, "link", exchange.url(ToyPortal.ENTER + token.value()));
  }
}
