package org.billingsso.directory;

/** Whoever a portal greets: a person with billing pages, on any platform. */
public interface AccountHolder {

  /** Name and contact. */
  Person person();

  /** What the portal's pages show. */
  Billing billing();
}
