package org.billingsso.twocheckout;

import java.util.List;
import java.util.Optional;
import org.billingsso.config.Default;
import org.billingsso.config.Description;
import org.billingsso.directory.AccountHolder;
import org.billingsso.directory.Billing;
import org.billingsso.directory.Person;

/** A shopper of a 2Checkout merchant: the API's {@code Customer}. */
public record Customer(
    @Description("the platform's number for it") String reference,
    @Description("the merchant's own name for it") Optional<String> externalReference,
    Person person,
    @Description("whether the merchant lets it in") @Default("true") boolean enabled,
    @Description("what its pages show") @Default("{}") Billing billing,
    @Description("what it bought") List<Order> orders,
    @Description("references of other customers' subscriptions that it may open")
        List<String> sharedSubscriptions)
    implements AccountHolder {}
