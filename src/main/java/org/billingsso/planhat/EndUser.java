package org.billingsso.planhat;

import java.util.Optional;
import org.billingsso.config.Default;
import org.billingsso.config.Description;
import org.billingsso.directory.AccountHolder;
import org.billingsso.directory.Billing;
import org.billingsso.directory.Person;

/** A Planhat end user. */
public record EndUser(
    @Description("the platform's own, 24 hex digits") String id,
    Optional<String> externalId,
    Optional<String> sourceId,
    @Default("false") boolean archived,
    Person person,
    @Description("what its pages show") @Default("{}") Billing billing)
    implements AccountHolder {}
