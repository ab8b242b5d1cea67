package org.billingsso.directory;

/** A customer of a Chargebee site. Customers with the same e-mail address are linked. */
public record SiteCustomer(String id, Person person, @Default("{}") Billing billing)
    implements AccountHolder {}
