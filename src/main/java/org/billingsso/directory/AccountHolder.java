package org.billingsso.directory;

/** Whoever a portal greets: a person with billing pages, on any platform. */
public sealed interface AccountHolder permits Customer, SiteCustomer, EndUser, AccountCustomer {

  /** Name and contact. */
  Person person();

  /** What the portal's pages show. */
  Billing billing();
}
