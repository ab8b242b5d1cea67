package org.billingsso.fusebill;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.billingsso.http.Answer;
import org.billingsso.http.Exchange;
import org.billingsso.http.Routes;
import org.billingsso.portal.AfterSignOn;
import org.billingsso.portal.Destination;
import org.billingsso.portal.FormsLeadTo;
import org.billingsso.portal.Page;
import org.billingsso.portal.PageLink;
import org.billingsso.portal.Pages;
import org.billingsso.portal.Portal;
import org.billingsso.portal.PortalSignOn;
import org.billingsso.portal.Visitor;
import org.billingsso.signon.LinkPolicy;
import org.billingsso.signon.LoginLink;
import org.billingsso.signon.PortalKind;
import org.billingsso.signon.PortalSession;
import org.billingsso.signon.Refusal;
import org.billingsso.signon.SignOn;
import org.billingsso.signon.Token;
import org.billingsso.signon.TokenShape;

/**
 * One of the two portals, {@code /Portal} or {@code /ManagedPortal}. Both take the same tokens, and
 * a browser that is signed in to one is signed in to the other.
 */
final class FusebillPortal {
  /** Both portals' row of the policy table. The account of a subject is a customer's id. */
  static final PortalKind KIND =
      new PortalKind(
          "fusebill-portal",
          LinkPolicy.of(TokenShape.guid(), FusebillSettings.DEFAULTS.linkValidity())
              .newestSuperseding());

  private static final String TOKEN = "token";

  private final SignOn signOn;
  private final FusebillAccounts accounts;
  private final Portal portal;
  private final PortalSignOn portalSignOn;

  /**
   * @param base the path of the portal
   * @param name what its pages call it
   */
  FusebillPortal(SignOn signOn, FusebillAccounts accounts, String base, String name) {
    this.signOn = signOn;
    this.accounts = accounts;
    List<PageLink> navigation =
        Arrays.stream(PortalPage.values())
            .map(page -> new PageLink(page.title(), base + "/" + page.segment()))
            .toList();
    this.portal = new Portal(KIND, name, base, base + "/SignOut", navigation);
    this.portalSignOn = new PortalSignOn(portal, signOn);
  }

  /** Adds the portal. Its known pages may be asked for in any letter case, others only as is. */
  void mount(Routes routes) {
    String base = portal.home();
    String known =
        Arrays.stream(PortalPage.values())
            .map(PortalPage::segment)
            .collect(Collectors.joining("|"));
    routes
        .refusingWith(Pages.errors(portal))
        .get("^" + base + "(/.*)?$|^(?i:" + base + "/(" + known + "))/?$", this::answer)
        .get(portal.signOut(), this::answer)
        .post(portal.signOut(), portalSignOn::signOut);
  }

  private Answer answer(Exchange request) {
    return portalSignOn
        .enterByQuery(request, TOKEN, FusebillPortal::token, new Arrival(request))
        .or(() -> portalSignOn.signedIn(request, session -> page(request, session)))
        .orElseGet(this::signedOut);
  }

  /** A token as it stands in a query, without the quotes that an API's answer has around it. */
  private static Token token(String text) {
    return new Token(text.replace("\"", "").toLowerCase(Locale.ROOT));
  }

  private Optional<Answer> page(Exchange request, PortalSession session) {
    return accounts
        .find(session.subject().tenant())
        .flatMap(account -> account.customer(Integer.parseInt(session.subject().account())))
        .map(customer -> page(request, session, customer));
  }

  private Answer page(Exchange request, PortalSession session, AccountCustomer customer) {
    String id = "customer " + customer.id();
    Visitor visitor = new Visitor(customer.person().fullName(), id, session);
    String below = request.path().substring(portal.home().length());
    return PortalPage.at(below)
        .map(
            known -> {
              String path = portal.home() + "/" + known.segment();
              Page page = Page.of(portal, known.title(), path, visitor);
              return show(content(known, page, customer));
            })
        .orElseGet(
            () ->
                show(
                    Pages.TEMPLATES.portalNotEmulated(
                        Page.of(portal, "Not emulated", "", visitor))));
  }

  /** Each page has the button to sign out, which ends at the login URL where there is one. */
  private Answer show(JteModel page) {
    return Pages.show(200, page, FormsLeadTo.wayOut(loginUrl(Optional.empty()).isPresent()));
  }

  private JteModel content(PortalPage known, Page page, AccountCustomer customer) {
    LocalDate today = LocalDate.ofInstant(signOn.clock().instant(), ZoneOffset.UTC);
    return switch (known) {
      case HOME -> Pages.TEMPLATES.fusebillHome(page, customer, today);
      case ACCOUNT -> Pages.TEMPLATES.fusebillAccount(page, customer);
      case SUBSCRIPTIONS -> Pages.TEMPLATES.fusebillSubscriptions(page, customer, today);
      case PAYMENT_METHOD -> Pages.TEMPLATES.fusebillPaymentMethod(page, customer);
      case INVOICES -> Pages.TEMPLATES.fusebillInvoices(page, customer);
      case STATEMENTS -> Pages.TEMPLATES.fusebillStatements(page, customer, today);
    };
  }

  private Answer signedOut() {
    return loginUrl(Optional.empty())
        .map(url -> Answer.seeOther(url.location()).notStored())
        .orElseGet(portalSignOn::signedOut);
  }

  /**
   * The login URL of the account that a link belongs to; where there is no such link, that of the
   * only account.
   */
  private Optional<Destination> loginUrl(Optional<LoginLink> link) {
    List<FusebillAccount> all = accounts.all();
    Optional<FusebillAccount> only = all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
    return link.map(known -> accounts.find(known.subject().tenant()))
        .orElse(only)
        .flatMap(FusebillAccount::loginUrl)
        .map(Destination::trusted);
  }

  /** Whoever follows a link stays on the page that it names. */
  private final class Arrival implements AfterSignOn {
    private final Exchange request;

    Arrival(Exchange request) {
      this.request = request;
    }

    @Override
    public Destination welcome(LoginLink used) {
      return Destination.sameWithout(request, TOKEN);
    }

    @Override
    public Optional<Destination> elsewhere(Refusal why, Optional<LoginLink> refused) {
      return loginUrl(refused);
    }
  }
}
