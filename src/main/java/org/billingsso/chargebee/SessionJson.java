package org.billingsso.chargebee;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;

/** The {@code portal_session} resource on the wire. What is not set is absent. */
final class SessionJson {
  private SessionJson() {}

  /**
   * @param linked the customers of the site with the same e-mail address
   * @param here where browsers find the portal
   * @param today says which subscriptions are active
   */
  static ObjectNode of(Session session, List<SiteCustomer> linked, String here, LocalDate today) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", Sessions.idOf(session.link()));
    node.put("object", "portal_session");
    node.put("token", session.token().value());
    node.put("access_url", here + PortalPaths.authenticate(session.token()));
    Notes.redirectUrl(session.link()).ifPresent(url -> node.put("redirect_url", url.text()));
    node.put("status", session.status().text());
    node.put("created_at", session.link().issuedAt().getEpochSecond());
    node.put("expires_at", session.link().expiresAt().getEpochSecond());
    session.login().ifPresent(login -> put(node, "login", login));
    session.logout().ifPresent(logout -> put(node, "logout", logout));
    node.put("customer_id", session.link().subject().account());
    ArrayNode customers = node.putArray("linked_customers");
    linked.forEach(customer -> customers.add(linkedCustomer(customer, today)));
    return node;
  }

  private static void put(ObjectNode node, String what, Session.Moment moment) {
    node.put(what + "_at", moment.at().getEpochSecond());
    moment.by().ifPresent(address -> node.put(what + "_ipaddress", address.toString()));
  }

  private static ObjectNode linkedCustomer(SiteCustomer customer, LocalDate today) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("object", "linked_customer")
        .put("customer_id", customer.id())
        .put("email", customer.person().email().text())
        .put("has_billing_address", customer.billing().address().isPresent())
        .put("has_payment_method", customer.billing().card().isPresent())
        .put("has_active_subscription", customer.billing().activeOn(today));
  }
}
