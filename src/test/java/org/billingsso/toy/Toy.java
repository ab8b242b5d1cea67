package org.billingsso.toy;

import static java.time.Duration.ofSeconds;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import org.billingsso.directory.Person;
import org.billingsso.directory.Secret;
import org.billingsso.fusebill.AccountCustomer;
import org.billingsso.fusebill.FusebillAccount;
import org.billingsso.fusebill.FusebillAccounts;
import org.billingsso.http.Answer;
import org.billingsso.http.Authorization;
import org.billingsso.http.Exchange;
import org.billingsso.http.HttpError;
import org.billingsso.http.Routes;
import org.billingsso.portal.Destination;
import org.billingsso.portal.Page;
import org.billingsso.portal.Pages;
import org.billingsso.portal.Portal;
import org.billingsso.portal.PortalLayout;
import org.billingsso.portal.PortalSignOn;
import org.billingsso.portal.Visitor;
import org.billingsso.signon.Issued;
import org.billingsso.signon.LinkPolicy;
import org.billingsso.signon.LinkRequest;
import org.billingsso.signon.PortalKind;
import org.billingsso.signon.PortalSession;
import org.billingsso.signon.SignOn;
import org.billingsso.signon.Subject;
import org.billingsso.signon.Token;
import org.billingsso.signon.TokenShape;

/** A sixth platform, whole: its API, its errors, its portal. It signs on Fusebill's customers. */
public final class Toy {
  private static final PortalKind KIND =
      new PortalKind("toy-portal", LinkPolicy.of(TokenShape.hex(32), ofSeconds(10)));
  private static final String HOME = "/toy/home";

  private static final PortalLayout LAYOUT =
      new PortalLayout(KIND, "Toy", HOME, "/toy/sign-out", List.of());

  private final SignOn signOn;
  private final FusebillAccounts accounts;
  private final PortalSignOn portalSignOn;

  private record Player(Exchange request, PortalSession session, AccountCustomer customer) {}

  public Toy(SignOn signOn, FusebillAccounts accounts) {
    this.signOn = signOn;
    this.accounts = accounts;
    this.portalSignOn = new PortalSignOn(LAYOUT, signOn);
  }

  /** Adds everything that the platform answers. */
  public void mount(Routes routes) {
    routes.refusingWith(Toy::error).post("/toy/links/{customer}", this::issue);
    Portal<Player> portal = new Portal<>(portalSignOn, this::player);
    portal
        .below(routes)
        .get("/toy/enter/{token}", this::enter)
        .get(HOME, portal.page(Toy::home))
        .post(LAYOUT.signOut(), portalSignOn::signOut);
  }

  private Answer issue(Exchange request) {
    FusebillAccount account =
        Authorization.basic(request)
            .flatMap(key -> accounts.ofKey(Secret.of(key.encoded())))
            .orElseThrow(() -> new HttpError(401, "no such key"));
    Subject subject = new Subject(account.name(), request.pathParameter("customer"));
    if (customer(subject).isEmpty()) {
      throw new HttpError(404, "no such customer");
    }
    Issued issued = signOn.links().issue(LinkRequest.of(KIND, subject, HOME));
    return json(201, "link", request.url("/toy/enter/" + issued.token().value()));
  }

  private static Answer error(HttpError error, Exchange request) {
    return json(error.status(), "trouble", error.reason());
  }

  private static Answer json(int status, String name, String value) {
    return Answer.json(status, JsonNodeFactory.instance.objectNode().put(name, value).toString())
        .notStored();
  }

  private Answer enter(Exchange request) {
    Token token = new Token(request.pathParameter("token"));
    return portalSignOn.enter(request, token, used -> Destination.page(used.target()));
  }

  private Optional<Player> player(Exchange request, PortalSession session) {
    return customer(session.subject()).map(customer -> new Player(request, session, customer));
  }

  private static Answer home(Player player) {
    Person person = player.customer().person();
    Visitor visitor = new Visitor(person.fullName(), "at play", player.session());
    Page page = Page.of(player.request(), LAYOUT, "Your toys", HOME, visitor);
    return Pages.show(200, Pages.TEMPLATES.layout(page, Pages.TEMPLATES.portalPerson(person)));
  }

  private Optional<AccountCustomer> customer(Subject subject) {
    return accounts.find(subject.tenant()).stream()
        .flatMap(account -> account.customers().stream())
        .filter(customer -> Integer.toString(customer.id()).equals(subject.account()))
        .findFirst();
  }
}
