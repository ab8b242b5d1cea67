package org.billingsso.fusebill;

import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
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
import org.billingsso.portal.PortalLayout;
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

  private final FusebillAccounts accounts;
  private final PortalLayout layout;
  private final PortalSignOn portalSignOn;
  private final Portal<PortalCustomer> portal;

  private record PortalCustomer(Exchange request, PortalSession session, AccountCustomer customer) {

    Visitor visitor() {
      return new Visitor(customer.person().fullName(), "customer " + customer.id(), session);
    }
  }

  /**
   * @param base the path of the portal
   * @param name what its pages call it
   */
  FusebillPortal(SignOn signOn, FusebillAccounts accounts, String base, String name) {
    this.accounts = accounts;
    List<PageLink> navigation =
        Arrays.stream(PortalPage.values())
            .map(page -> new PageLink(page.title(), base + "/" + page.segment()))
            .toList();
    this.layout = new PortalLayout(KIND, name, base, base + "/SignOut", navigation);
    this.portalSignOn = new PortalSignOn(layout, signOn);
    this.portal =
        new Portal<>(portalSignOn, this::customer)
            .withTokenIn(TOKEN, FusebillPortal::token, Arrival::new)
            .orElse(this::signedOut);
  }

  /** Adds the portal. Its known pages may be asked for in any letter case, others only as is. */
  void mount(Routes routes) {
    String base = layout.home();
    String known =
        Arrays.stream(PortalPage.values())
            .map(PortalPage::segment)
            .collect(Collectors.joining("|"));
    portal
        .below(routes)
        .get("^(?i)" + base + "/(?:" + known + ")/?$", portal.page(this::show))
        .get(base + "/*", portal.page(this::show))
        .get(layout.signOut(), portal.page(this::show))
        .post(layout.signOut(), portalSignOn::signOut);
  }

  /** A token as it stands in a query, without the quotes that an API's answer has around it. */
  private static Token token(String text) {
    return new Token(text.replace("\"", "").toLowerCase(Locale.ROOT));
  }

  private Optional<PortalCustomer> customer(Exchange request, PortalSession session) {
    return accounts
        .find(session.subject().tenant())
        .flatMap(account -> account.customer(Integer.parseInt(session.subject().account())))
        .map(customer -> new PortalCustomer(request, session, customer));
  }

  private Answer show(PortalCustomer signedIn) {
    String below = signedIn.request().path().substring(layout.home().length());
    return show(
        PortalPage.at(below)
            .map(known -> content(known, signedIn))
            .orElseGet(
                () ->
                    Pages.TEMPLATES.portalNotEmulated(
                        Page.of(
                            signedIn.request(), layout, "Not emulated", "", signedIn.visitor()))));
  }

  /** Each page has the button to sign out, which ends at the login URL where there is one. */
  private Answer show(JteModel page) {
    return Pages.show(200, page, FormsLeadTo.wayOut(loginUrl(Optional.empty()).isPresent()));
  }

  private JteModel content(PortalPage known, PortalCustomer signedIn) {
    String path = layout.home() + "/" + known.segment();
    Page page = Page.of(signedIn.request(), layout, known.title(), path, signedIn.visitor());
    AccountCustomer customer = signedIn.customer();
    LocalDate today = signedIn.request().today();
    return switch (known) {
      case HOME -> Pages.TEMPLATES.fusebillHome(page, customer, today);
      case ACCOUNT -> Pages.TEMPLATES.fusebillAccount(page, customer);
      case SUBSCRIPTIONS -> Pages.TEMPLATES.fusebillSubscriptions(page, customer, today);
      case PAYMENT_METHOD -> Pages.TEMPLATES.fusebillPaymentMethod(page, customer);
      case INVOICES -> Pages.TEMPLATES.fusebillInvoices(page, customer);
      case STATEMENTS -> Pages.TEMPLATES.fusebillStatements(page, customer, today);
    };
  }

  private Answer signedOut(Exchange request) {
    return loginUrl(Optional.empty())
        .map(url -> url.redirect(request))
        .orElseGet(() -> portalSignOn.signedOut(request));
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
