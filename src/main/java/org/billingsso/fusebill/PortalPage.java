package org.billingsso.fusebill;

import java.util.Arrays;
import java.util.Optional;

/** The pages of a customer's portal. A path may have any letter case. */
enum PortalPage {
  HOME("Home", "Home"),
  ACCOUNT("Account", "Account"),
  SUBSCRIPTIONS("Subscriptions", "Subscriptions"),
  PAYMENT_METHOD("PaymentMethod", "Payment method"),
  INVOICES("Invoices", "Invoices"),
  STATEMENTS("Statements", "Statements");

  private final String segment;
  private final String title;

  PortalPage(String segment, String title) {
    this.segment = segment;
    this.title = title;
  }

  /** The last segment of its path. */
  String segment() {
    return segment;
  }

  String title() {
    return title;
  }

  /** The page below a portal's own path; home where there is nothing below it. */
  static Optional<PortalPage> at(String below) {
    String name = below.replaceAll("^/|/$", "");
    return name.isEmpty()
        ? Optional.of(HOME)
        : Arrays.stream(values()).filter(page -> page.segment.equalsIgnoreCase(name)).findFirst();
  }
}
