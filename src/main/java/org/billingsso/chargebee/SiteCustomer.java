package org.billingsso.chargebee;

import org.billingsso.config.Default;
import org.billingsso.config.Description;
import org.billingsso.directory.AccountHolder;
import org.billingsso.directory.Billing;
import org.billingsso.directory.Person;

/** A customer of a Chargebee site. Customers with the same e-mail address are linked. */
public record SiteCustomer(
    String id, Person person, @Description("what its pages show") @Default("{}") Billing billing)
    implements AccountHolder {}
