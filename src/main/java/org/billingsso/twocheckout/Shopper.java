package org.billingsso.twocheckout;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.billingsso.directory.Product;
import org.billingsso.directory.Subscription;
import org.billingsso.http.Exchange;
import org.billingsso.portal.Page;
import org.billingsso.portal.Visitor;
import org.billingsso.signon.PortalSession;

/**
 * A customer who is signed in to myAccount, with what he or she asks for. Everything that is not
 * this person's is not found.
 */
record Shopper(Exchange request, PortalSession session, Merchant merchant, Customer customer) {

  LocalDate today() {
    return request.today();
  }

  /** More than anybody buys at once; the others of a cart are left out. */
  private static final int MOST_PRODUCTS = 100;

  /** The page of that title, at that place of the navigation. */
  Page page(String title, MyAccountPage place) {
    return page(title, place.path());
  }

  /** The page of that title, which is not in the navigation. */
  Page page(String title) {
    return page(title, "");
  }

  private Page page(String title, String path) {
    Visitor visitor =
        new Visitor(
            customer.person().fullName(),
            "customer " + customer.reference() + " of " + merchant.code(),
            session);
    return Page.of(request, MyAccount.LAYOUT, title, path, visitor);
  }

  /** What the query says under that name. */
  Optional<String> asked(String parameter) {
    return request.query().single(parameter).filter(value -> !value.isEmpty());
  }

  /** What the person pays for, and what others have shared. */
  List<Subscription> subscriptions() {
    return Stream.concat(
            customer.billing().subscriptions().stream(),
            customer.sharedSubscriptions().stream()
                .flatMap(reference -> merchant.subscription(reference).stream()))
        .toList();
  }

  Optional<Subscription> subscription(String reference) {
    return subscriptions().stream()
        .filter(subscription -> subscription.reference().equals(reference))
        .findFirst();
  }

  Optional<Order> order(String reference) {
    return customer.orders().stream()
        .filter(order -> order.reference().equals(reference))
        .findFirst();
  }

  /** The orders, each with those of its subscriptions that the person may see. */
  Map<Order, List<Subscription>> contents(List<Order> orders) {
    Map<Order, List<Subscription>> contents = new LinkedHashMap<>();
    for (Order order : orders) {
      contents.put(
          order,
          order.subscriptions().stream()
              .flatMap(reference -> subscription(reference).stream())
              .toList());
    }
    return contents;
  }

  /** The products that a buy link's {@code PRODS} and {@code QTY} put in the cart. */
  Map<Product, Integer> cart() {
    List<String> codes = listed("PRODS");
    List<String> quantities = listed("QTY");
    Map<Product, Integer> cart = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(codes.size(), MOST_PRODUCTS); i++) {
      int quantity = i < quantities.size() ? quantity(quantities.get(i)) : 1;
      cart.merge(product(codes.get(i)), quantity, Integer::sum);
    }
    return cart;
  }

  private List<String> listed(String parameter) {
    return asked(parameter).map(list -> List.of(list.split(",", -1))).orElse(List.of()).stream()
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private static int quantity(String digits) {
    return digits.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(digits) : 1;
  }

  /** The merchant's product of that code; one that nobody has bought yet has no name here. */
  private Product product(String code) {
    return merchant.product(code).orElseGet(() -> new Product(code, code));
  }
}
