package org.billingsso.twocheckout;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billingsso.config.Description;
import org.billingsso.config.Rule;
import org.billingsso.config.Section;
import org.billingsso.directory.Index;

/** The 2Checkout merchants that exist. */
public final class Merchants {
  private static final String MERCHANT = "merchants[]";
  private static final String CUSTOMER = MERCHANT + ".customers[]";
  private static final String PARTNER = MERCHANT + ".partners[]";

  /** Where the directory has them. */
  public static final Section<Merchants> SECTION =
      Section.of(
          "twocheckout",
          Merchants.class,
          List.of(
              Rule.unique("", MERCHANT + ".code"),
              Rule.unique(MERCHANT, "customers[].reference"),
              Rule.unique(MERCHANT, "customers[].externalReference"),
              Rule.unique(MERCHANT, "customers[].billing.subscriptions[].reference"),
              Rule.unique(CUSTOMER, "billing.subscriptions[].reference", "sharedSubscriptions[]"),
              Rule.unique(MERCHANT, "customers[].orders[].reference"),
              Rule.unique(MERCHANT, "customers[].orders[].subscriptions[]"),
              Rule.unique(MERCHANT, "partners[].code"),
              Rule.known(
                  CUSTOMER,
                  "orders[].subscriptions[]",
                  "billing.subscriptions[].reference",
                  "names no subscription of this customer"),
              Rule.known(
                  MERCHANT,
                  "customers[].sharedSubscriptions[]",
                  "customers[].billing.subscriptions[].reference",
                  "names no subscription of this merchant"),
              Rule.known(
                  MERCHANT,
                  "partners[].customers[]",
                  "customers[].reference",
                  "names no customer of this merchant"),
              Rule.unique(PARTNER, "customers[]"),
              Rule.unique(PARTNER, "users[].email").ignoringCase(),
              Rule.unique(PARTNER, "invoices[].number", "proformas[].number")));

  private final List<Merchant> all;
  private final Map<String, Merchant> byCode;

  Merchants(@Description("the vendor accounts") List<Merchant> merchants) {
    this.all = merchants;
    this.byCode = Index.by(Merchant::code, merchants.stream());
  }

  /** All, in the order of the directory. */
  public List<Merchant> all() {
    return all;
  }

  /** The merchant of exactly that code. */
  public Optional<Merchant> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }
}
