package org.billingsso.toy;

import static java.time.Duration.ofSeconds;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import org.billingsso.directory.Account;
import org.billingsso.directory.AccountCustomer;
import org.billingsso.directory.Directory;
import org.billingsso.directory.Secret;
import org.billingsso.http.Answer;
import org.billingsso.http.Authorization;
import org.billingsso.http.HttpError;
import org.billingsso.http.Incoming;
import org.billingsso.http.Routes;
import org.billingsso.portal.Destination;
import org.billingsso.portal.Gate;
import org.billingsso.portal.Page;
import org.billingsso.portal.Pages;
import org.billingsso.portal.Portal;
import org.billingsso.portal.Visitor;
import org.billingsso.signon.Holder;
import org.billingsso.signon.Issued;
import org.billingsso.signon.LinkPolicy;
import org.billingsso.signon.LinkRequest;
import org.billingsso.signon.PortalSession;
import org.billingsso.signon.Realm;
import org.billingsso.signon.SignOn;
import org.billingsso.signon.Token;
import org.billingsso.signon.TokenShape;

/** A sixth platform, whole: its API, its errors, its portal. It signs on Fusebill's customers. */
public final class Toy {
  private static final Realm REALM =
      new Realm("toy-portal", LinkPolicy.of(TokenShape.hex(32), ofSeconds(10)));
  private static final String HOME = "/toy/home";

  private final SignOn signOn;
  private final Directory directory;
  private final Portal portal = new Portal(REALM, "Toy", HOME, "/toy/sign-out", List.of());
  private final Gate gate;

  public Toy(SignOn signOn, Directory directory) {
    this.signOn = signOn;
    this.directory = directory;
    this.gate = new Gate(portal, signOn);
  }

  /** Adds everything that the platform answers. */
  public void mount(Routes routes) {
    routes.refusingWith(Toy::error).post("/toy/links/{customer}", this::issue);
    routes
        .refusingWith(Pages.errors(portal))
        .get("/toy/enter/{token}", this::enter)
        .get(HOME, this::home)
        .post(portal.signOut(), gate::signOut);
  }

  private Answer issue(Incoming request) {
    Account account =
        Authorization.basic(request)
            .flatMap(key -> directory.accountOfKey(Secret.of(key.encoded())))
            .orElseThrow(() -> new HttpError(401, "no such key"));
    Holder holder = new Holder(account.name(), request.pathParameter("customer"));
    if (customer(holder).isEmpty()) {
      throw new HttpError(404, "no such customer");
    }
    Issued issued = signOn.links().issue(LinkRequest.of(REALM, holder, HOME));
    return json(201, "link", request.origin() + "/toy/enter/" + issued.token().value());
  }

  private static Answer error(HttpError error, Incoming request) {
    return json(error.status(), "trouble", error.reason());
  }

  private static Answer json(int status, String name, String value) {
    return Answer.json(status, JsonNodeFactory.instance.objectNode().put(name, value).toString())
        .notStored();
  }

  private Answer enter(Incoming request) {
    Token token = new Token(request.pathParameter("token"));
    return gate.enter(request, token, used -> Destination.page(used.target()));
  }

  private Answer home(Incoming request) {
    return gate.session(request).flatMap(this::home).orElseGet(gate::signedOut);
  }

  private Optional<Answer> home(PortalSession session) {
    return customer(session.holder())
        .map(
            customer -> {
              Visitor visitor = new Visitor(customer.person().fullName(), "at play", session);
              Page page = Page.of(portal, "Your toys", HOME, visitor);
              return Pages.show(
                  200,
                  Pages.TEMPLATES.layout(page, Pages.TEMPLATES.portalPerson(customer.person())));
            });
  }

  private Optional<AccountCustomer> customer(Holder holder) {
    return directory.account(holder.tenant()).stream()
        .flatMap(account -> account.customers().stream())
        .filter(customer -> Integer.toString(customer.id()).equals(holder.account()))
        .findFirst();
  }
}
