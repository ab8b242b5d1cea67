package org.billingsso.directory;

/** A customer of a Fusebill account. */
public record AccountCustomer(int id, Person person, @Default("{}") Billing billing)
    implements AccountHolder {}
