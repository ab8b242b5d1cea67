package org.billingsso.twocheckout;

import java.util.List;
import java.util.Optional;
import org.billingsso.config.Default;
import org.billingsso.directory.AccountHolder;
import org.billingsso.directory.Billing;
import org.billingsso.directory.Person;

/**
 * A shopper of a 2Checkout merchant: the API's {@code Customer}.
 *
 * @param reference the platform's number for it
 * @param externalReference the merchant's own name for it
 * @param enabled whether the merchant lets it in
 * @param sharedSubscriptions references of other customers' subscriptions that this one may open
 */
public record Customer(
    String reference,
    Optional<String> externalReference,
    Person person,
    @Default("true") boolean enabled,
    @Default("{}") Billing billing,
    List<Order> orders,
    List<String> sharedSubscriptions)
    implements AccountHolder {}
