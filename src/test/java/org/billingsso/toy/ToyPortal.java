package org.billingsso.toy;

import java.util.List;
import java.util.Optional;
import org.billingsso.directory.Person;
import org.billingsso.http.Answer;
import org.billingsso.http.Exchange;
import org.billingsso.http.Routes;
import org.billingsso.portal.Destination;
import org.billingsso.portal.Page;
import org.billingsso.portal.Pages;
import org.billingsso.portal.Portal;
import org.billingsso.portal.PortalLayout;
import org.billingsso.portal.PortalSignOn;
import org.billingsso.portal.Visitor;
import org.billingsso.signon.LinkPolicy;
import org.billingsso.signon.PortalKind;
import org.billingsso.signon.PortalSession;
import org.billingsso.signon.SignOn;
import org.billingsso.signon.Token;
import org.billingsso.signon.TokenShape;
import org.billingsso.toy.ToyShops.ToyCustomer;

/** The portal: a way in, one page, and a way out. */
final class ToyPortal {
  static final PortalKind KIND =
      new PortalKind(
          "toy-portal", LinkPolicy.of(TokenShape.hex(32), ToySettings.DEFAULTS.linkValidity()));

  static final String ENTER = "/toy/enter/";
  static final String HOME = "/toy/home";

  private static final PortalLayout LAYOUT =
      new PortalLayout(KIND, "Toy", HOME, "/toy/sign-out", List.of());

  private final ToyShops shops;
  private final PortalSignOn portalSignOn;

  private record Player(Exchange request, PortalSession session, ToyCustomer customer) {}

  ToyPortal(SignOn signOn, ToyShops shops) {
    this.shops = shops;
    this.portalSignOn = new PortalSignOn(LAYOUT, signOn);
  }

  void mount(Routes routes) {
    Portal<Player> portal = new Portal<>(portalSignOn, this::player);
    portal
        .below(routes)
        .get(ENTER + "{token}", this::enter)
        .get(HOME, portal.page(ToyPortal::home))
        .post(LAYOUT.signOut(), portalSignOn::signOut);
  }

  private Answer enter(Exchange request) {
    Token token = new Token(request.pathParameter("token"));
    return portalSignOn.enter(request, token, used -> Destination.page(used.target()));
  }

  private Optional<Player> player(Exchange request, PortalSession session) {
    return shops.find(session.subject()).map(customer -> new Player(request, session, customer));
  }

  private static Answer home(Player player) {
    ToyCustomer customer = player.customer();
    Person person = customer.person();
    Visitor visitor =
        new Visitor(person.fullName(), "customer " + customer.number(), player.session());
    String title = "Your %d toys".formatted(customer.toys());
    Page page = Page.of(player.request(), LAYOUT, title, HOME, visitor);
    return Pages.show(200, Pages.TEMPLATES.layout(page, Pages.TEMPLATES.portalPerson(person)));
  }
}
