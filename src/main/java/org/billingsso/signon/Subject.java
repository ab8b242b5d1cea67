package org.billingsso.signon;

/**
 * Whom a login link or a portal session speaks for.
 *
 * @param tenant the merchant, site or account of the platform that everything else belongs to
 * @param account the customer, partner or end user, by its reference within the tenant
 * @param user who acts for the account, where it has several users; else empty
 */
public record Subject(String tenant, String account, String user) {

  /** An account that is a single person. */
  public Subject(String tenant, String account) {
    this(tenant, account, "");
  }

  /** A text that names this subject and no other. */
  String name() {
    return String.join("\n", tenant, account, user);
  }
}
