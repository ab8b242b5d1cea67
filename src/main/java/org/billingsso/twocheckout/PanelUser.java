package org.billingsso.twocheckout;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billingsso.directory.Person;
import org.billingsso.directory.Product;
import org.billingsso.directory.Subscription;
import org.billingsso.http.Exchange;
import org.billingsso.portal.Page;
import org.billingsso.portal.Visitor;
import org.billingsso.signon.PortalSession;

/**
 * A partner's user who is signed in to the control panel, with what he or she asks for. It reaches
 * one merchant's account of the partner; what other merchants or partners have is not found.
 */
record PanelUser(
    Exchange request, PortalSession session, Merchant merchant, Partner partner, Person person) {

  LocalDate today() {
    return request.today();
  }

  /** The page of that title, at that place of the navigation. */
  Page page(String title, String place) {
    Visitor visitor =
        new Visitor(
            person.fullName(), "partner " + partner.code() + " of " + merchant.code(), session);
    return Page.of(request, ControlPanel.LAYOUT, title, place, visitor);
  }

  /** The reference that the query asks for. */
  String asked() {
    return request.query().single("refno").orElse("");
  }

  /** Whoever bought through the partner. */
  List<Customer> customers() {
    return merchant.customersOf(partner);
  }

  /** The customers' orders, each with who placed it. */
  Map<Order, Customer> orders() {
    Map<Order, Customer> orders = new LinkedHashMap<>();
    customers()
        .forEach(customer -> customer.orders().forEach(order -> orders.put(order, customer)));
    return orders;
  }

  Optional<Map.Entry<Order, Customer>> order(String reference) {
    return orders().entrySet().stream()
        .filter(placed -> placed.getKey().reference().equals(reference))
        .findFirst();
  }

  List<Subscription> subscriptions() {
    return customers().stream()
        .flatMap(customer -> customer.billing().subscriptions().stream())
        .toList();
  }

  Optional<Subscription> subscription(String reference) {
    return subscriptions().stream()
        .filter(subscription -> subscription.reference().equals(reference))
        .findFirst();
  }

  /** What of the merchant's the partner has sold so far, and so may order again. */
  List<Product> products() {
    return subscriptions().stream().map(Subscription::product).distinct().toList();
  }
}
