package org.billingsso.twocheckout;

import static org.billingsso.portal.Pages.TEMPLATES;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billingsso.directory.EmailAddress;
import org.billingsso.http.Answer;
import org.billingsso.http.Exchange;
import org.billingsso.http.Routes;
import org.billingsso.portal.PageLink;
import org.billingsso.portal.Pages;
import org.billingsso.portal.Portal;
import org.billingsso.portal.PortalLayout;
import org.billingsso.portal.PortalSignOn;
import org.billingsso.signon.PortalSession;
import org.billingsso.signon.SignOn;
import org.billingsso.signon.Subject;

/**
 * The partner control panel, where a merchant's partners sell: "Partner control panel URL" of the
 * specification. A path that has no page here signs in all the same, and says that it has none.
 */
final class ControlPanel {
  private static final String HOME = "/partners/";
  private static final String ADD_ORDER = HOME + "partner_add_order.php";
  private static final String CUSTOMERS = HOME + "reports_customers.php";
  private static final String PROFORMAS = HOME + "proformas.php";
  private static final String ACCOUNT = HOME + "account.php";
  private static final String PARTNERSHIP = HOME + "partnership.php";

  static final PortalLayout LAYOUT =
      new PortalLayout(
          PortalKinds.PARTNER_PANEL,
          "2Checkout partner control panel",
          HOME,
          HOME + "sign_out.php",
          List.of(
              new PageLink("Overview", HOME),
              new PageLink("Place an order", ADD_ORDER),
              new PageLink("Customers", CUSTOMERS),
              new PageLink("Proformas", PROFORMAS),
              new PageLink("Account", ACCOUNT),
              new PageLink("Partnership", PARTNERSHIP)));

  private final Merchants merchants;
  private final PortalSignOn portalSignOn;
  private final Portal<PanelUser> portal;

  ControlPanel(SignOn signOn, Merchants merchants) {
    this.merchants = merchants;
    this.portalSignOn = new PortalSignOn(LAYOUT, signOn);
    this.portal = new Portal<>(portalSignOn, this::user).withTokenIn(PageUrl.TOKEN_PARAMETER);
  }

  void mount(Routes routes) {
    Routes ours = portal.below(routes);
    ours.get("^/partners/?$", portal.page(ControlPanel::overview));
    ours.get(ADD_ORDER, portal.page(ControlPanel::addOrder));
    ours.get(CUSTOMERS, portal.page(ControlPanel::customers));
    ours.get(PROFORMAS, portal.page(ControlPanel::proformas));
    ours.get(ACCOUNT, portal.page(ControlPanel::account));
    ours.get(PARTNERSHIP, portal.page(ControlPanel::partnership));
    ours.get(HOME + "order_info.php", portal.page(ControlPanel::order));
    ours.get(HOME + "subscription_info.php", portal.page(ControlPanel::subscription));
    ours.get(HOME + "invoice_info.php", portal.page(ControlPanel::invoice));
    ours.get("/partners/*", portal.page(ControlPanel::notEmulated));
    ours.get("/cpanel/*", portal.page(ControlPanel::notEmulated));
    ours.post(LAYOUT.signOut(), portalSignOn::signOut);
  }

  /** Whose session that is; nobody, where the partnership or the user is no longer there. */
  private Optional<PanelUser> user(Exchange request, PortalSession session) {
    Subject subject = session.subject();
    Optional<Merchant> merchant = merchants.find(subject.tenant());
    Optional<Partner> partner =
        merchant.flatMap(its -> its.partner(subject.account())).filter(Partner::active);
    return EmailAddress.parse(subject.user())
        .flatMap(email -> partner.flatMap(its -> its.user(email)))
        .map(
            person ->
                new PanelUser(
                    request, session, merchant.orElseThrow(), partner.orElseThrow(), person));
  }

  private static Answer overview(PanelUser user) {
    return shown(
        TEMPLATES.twocheckoutPartnersOverview(
            user.page("Hello, " + user.person().fullName(), HOME),
            user.partner(),
            user.merchant().code(),
            user.orders()));
  }

  private static Answer addOrder(PanelUser user) {
    return shown(
        TEMPLATES.twocheckoutPartnersAddOrder(
            user.page("Place an order", ADD_ORDER),
            user.partner(),
            user.products(),
            user.customers()));
  }

  private static Answer customers(PanelUser user) {
    return shown(
        TEMPLATES.twocheckoutPartnersCustomers(
            user.page("Customers", CUSTOMERS),
            user.customers(),
            user.subscriptions(),
            user.orders(),
            user.today()));
  }

  private static Answer proformas(PanelUser user) {
    return shown(
        TEMPLATES.twocheckoutPartnersProformas(
            user.page("Proformas", PROFORMAS), user.partner().proformas()));
  }

  private static Answer account(PanelUser user) {
    return shown(
        TEMPLATES.twocheckoutPartnersAccount(user.page("Account", ACCOUNT), user.partner()));
  }

  private static Answer partnership(PanelUser user) {
    return shown(
        TEMPLATES.twocheckoutPartnersPartnership(
            user.page("Partnership with " + user.merchant().code(), PARTNERSHIP),
            user.partner().terms()));
  }

  private static Answer order(PanelUser user) {
    return found(user, "order", user.order(user.asked()).map(placed -> order(user, placed)));
  }

  private static JteModel order(PanelUser user, Map.Entry<Order, Customer> placed) {
    Order order = placed.getKey();
    return TEMPLATES.twocheckoutPartnersOrder(
        user.page("Order " + order.reference(), CUSTOMERS),
        order,
        placed.getValue(),
        order.subscriptions().stream()
            .flatMap(reference -> user.subscription(reference).stream())
            .toList());
  }

  private static Answer subscription(PanelUser user) {
    return found(
        user,
        "subscription",
        user.subscription(user.asked())
            .map(
                subscription ->
                    TEMPLATES.twocheckoutPartnersSubscription(
                        user.page("Subscription " + subscription.reference(), CUSTOMERS),
                        subscription,
                        user.merchant().holderOf(subscription),
                        user.today())));
  }

  private static Answer invoice(PanelUser user) {
    return found(
        user,
        "invoice",
        user.partner()
            .invoice(user.asked())
            .map(
                invoice ->
                    TEMPLATES.twocheckoutPartnersInvoice(
                        user.page("Invoice " + invoice.number(), ACCOUNT),
                        invoice,
                        user.partner())));
  }

  private static Answer notEmulated(PanelUser user) {
    return shown(TEMPLATES.portalNotEmulated(user.page("Control panel", "")));
  }

  private static Answer found(PanelUser user, String kind, Optional<JteModel> page) {
    return page.map(ControlPanel::shown)
        .orElseGet(
            () ->
                Pages.show(
                    404,
                    TEMPLATES.portalError(
                        user.page("There is no such " + kind, ""),
                        "This account has no " + kind + " with the reference " + user.asked())));
  }

  private static Answer shown(JteModel page) {
    return Pages.show(200, page);
  }
}
