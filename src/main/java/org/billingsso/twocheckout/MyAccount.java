package org.billingsso.twocheckout;

import static org.billingsso.portal.Pages.TEMPLATES;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.billingsso.directory.Subscription;
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

/**
 * myAccount, where shoppers see what they bought: "myAccount URL" of the specification. A page
 * about one subscription shows that one where the query names it, else all.
 */
final class MyAccount {
  static final PortalLayout LAYOUT =
      new PortalLayout(
          PortalKinds.MY_ACCOUNT,
          "2Checkout myAccount",
          MyAccountPage.HOME.path(),
          "/myaccount/sign_out/",
          List.of(
              new PageLink("Home", MyAccountPage.HOME.path()),
              new PageLink("Products", MyAccountPage.PRODUCTS.path()),
              new PageLink("Licenses", MyAccountPage.LICENSE.path()),
              new PageLink("Orders", MyAccountPage.ORDER.path()),
              new PageLink("Payment", MyAccountPage.PAYMENT_METHODS.path()),
              new PageLink("Personal information", MyAccountPage.USER_DATA.path()),
              new PageLink("Order lookup", MyAccountPage.ORDER_LOOKUP.path()),
              new PageLink("Help", MyAccountPage.FAQ.path())));

  /** The parameter that tells an order by its reference. */
  private static final String ORDER_PARAMETER = "order";

  private final Merchants merchants;
  private final PortalSignOn portalSignOn;
  private final Portal<Shopper> portal;

  MyAccount(SignOn signOn, Merchants merchants) {
    this.merchants = merchants;
    this.portalSignOn = new PortalSignOn(LAYOUT, signOn);
    this.portal = new Portal<>(portalSignOn, this::shopper).withTokenIn(PageUrl.TOKEN_PARAMETER);
  }

  void mount(Routes routes) {
    Routes ours = portal.below(routes);
    mount(ours, MyAccountPage.HOME, MyAccount::home);
    mount(ours, MyAccountPage.ORDER, MyAccount::orders);
    mount(ours, MyAccountPage.LICENSE, MyAccount::licenses);
    mount(ours, MyAccountPage.PRODUCTS, MyAccount::products);
    mount(ours, MyAccountPage.PAYMENT_METHODS, MyAccount::paymentMethods);
    mount(ours, MyAccountPage.USER_DATA, MyAccount::userData);
    mount(ours, MyAccountPage.ORDER_LOOKUP, MyAccount::orderLookup);
    mount(ours, MyAccountPage.FAQ, MyAccount::help);
    ours.get("/myaccount/*", portal.page(MyAccount::missing));
    ours.get("/support/*", portal.page(MyAccount::missing));
    ours.get("/order/*", portal.page(MyAccount::cart));
    ours.post(LAYOUT.signOut(), portalSignOn::signOut);
  }

  /** With and without the slash at the end. */
  private void mount(Routes routes, MyAccountPage page, Function<Shopper, Answer> view) {
    routes.get("^" + page.path() + "?$", portal.page(view));
  }

  /** Whose session that is; nobody, where the directory no longer has or lets in the customer. */
  private Optional<Shopper> shopper(Exchange request, PortalSession session) {
    return merchants
        .find(session.subject().tenant())
        .flatMap(
            merchant ->
                merchant
                    .customer(session.subject().account())
                    .filter(Customer::enabled)
                    .map(customer -> new Shopper(request, session, merchant, customer)));
  }

  private static Answer home(Shopper shopper) {
    Customer customer = shopper.customer();
    return Pages.show(
        200,
        TEMPLATES.twocheckoutMyaccountHome(
            shopper.page("Hello, " + customer.person().fullName(), MyAccountPage.HOME),
            customer.billing(),
            shopper.subscriptions(),
            shopper.today()));
  }

  private static Answer orders(Shopper shopper) {
    Optional<String> order = shopper.asked(ORDER_PARAMETER);
    if (order.isPresent()) {
      return shopper
          .order(order.get())
          .map(found -> orders(shopper, "Order " + found.reference(), List.of(found)))
          .orElseGet(() -> none(shopper, "order", order.get()));
    }
    Optional<String> subscription = shopper.asked(MyAccountPage.SUBSCRIPTION_PARAMETER);
    if (subscription.isEmpty()) {
      return orders(shopper, "Your orders", shopper.customer().orders());
    }
    Optional<Subscription> bought = subscription.flatMap(shopper::subscription);
    if (bought.isEmpty()) {
      return none(shopper, "subscription", subscription.get());
    }
    return shopper
        .merchant()
        .orderOf(bought.get())
        .map(found -> orders(shopper, "Order " + found.reference(), List.of(found)))
        .orElseGet(() -> orders(shopper, "Order of " + bought.get().reference(), List.of()));
  }

  private static Answer orders(Shopper shopper, String title, List<Order> orders) {
    return Pages.show(
        200,
        TEMPLATES.twocheckoutMyaccountOrders(
            shopper.page(title, MyAccountPage.ORDER), shopper.contents(orders)));
  }

  private static Answer licenses(Shopper shopper) {
    boolean changesCard = shopper.asked(MyAccountPage.CHANGE_CARD_PARAMETER).isPresent();
    Optional<String> reference = shopper.asked(MyAccountPage.SUBSCRIPTION_PARAMETER);
    List<Subscription> shown =
        reference
            .map(one -> shopper.subscription(one).stream().toList())
            .orElseGet(shopper::subscriptions);
    if (reference.isPresent() && shown.isEmpty()) {
      return none(shopper, "subscription", reference.get());
    }
    String title = reference.map(one -> "License " + one).orElse("Your licenses");
    return Pages.show(
        200,
        TEMPLATES.twocheckoutMyaccountLicenses(
            shopper.page(title, MyAccountPage.LICENSE),
            shown,
            shopper.today(),
            shopper.customer().billing().card(),
            changesCard));
  }

  private static Answer products(Shopper shopper) {
    return Pages.show(
        200,
        TEMPLATES.twocheckoutMyaccountProducts(
            shopper.page("Your products", MyAccountPage.PRODUCTS),
            shopper.subscriptions(),
            shopper.today()));
  }

  private static Answer paymentMethods(Shopper shopper) {
    return Pages.show(
        200,
        TEMPLATES.twocheckoutMyaccountPayment(
            shopper.page("Payment methods", MyAccountPage.PAYMENT_METHODS),
            shopper.customer().billing()));
  }

  private static Answer userData(Shopper shopper) {
    return Pages.show(
        200,
        TEMPLATES.twocheckoutMyaccountUser(
            shopper.page("Personal information", MyAccountPage.USER_DATA), shopper.customer()));
  }

  private static Answer orderLookup(Shopper shopper) {
    Optional<String> reference = shopper.asked(ORDER_PARAMETER);
    return Pages.show(
        200,
        TEMPLATES.twocheckoutMyaccountLookup(
            shopper.page("Order lookup", MyAccountPage.ORDER_LOOKUP),
            reference.orElse(""),
            shopper.contents(reference.flatMap(shopper::order).stream().toList())));
  }

  private static Answer help(Shopper shopper) {
    return Pages.show(
        200,
        TEMPLATES.twocheckoutMyaccountHelp(
            shopper.page("Help", MyAccountPage.FAQ), shopper.customer()));
  }

  private static Answer cart(Shopper shopper) {
    return Pages.show(
        200,
        TEMPLATES.twocheckoutMyaccountCart(
            shopper.page("Your cart"), shopper.cart(), shopper.customer()));
  }

  private static Answer none(Shopper shopper, String kind, String reference) {
    return Pages.show(
        404,
        TEMPLATES.portalError(
            shopper.page("There is no such " + kind),
            "You have no " + kind + " with the reference " + reference));
  }

  private static Answer missing(Shopper shopper) {
    return Pages.show(
        404,
        TEMPLATES.portalError(
            shopper.page("There is no such page"), "This page is not part of this emulation"));
  }
}
