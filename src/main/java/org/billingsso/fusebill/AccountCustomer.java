package org.billingsso.fusebill;

import org.billingsso.config.Default;
import org.billingsso.config.Description;
import org.billingsso.directory.AccountHolder;
import org.billingsso.directory.Billing;
import org.billingsso.directory.Person;

/** A customer of a Fusebill account. */
public record AccountCustomer(
    int id, Person person, @Description("what its pages show") @Default("{}") Billing billing)
    implements AccountHolder {}
