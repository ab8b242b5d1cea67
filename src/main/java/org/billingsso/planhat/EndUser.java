package org.billingsso.planhat;

import java.util.Optional;
import org.billingsso.config.Default;
import org.billingsso.directory.AccountHolder;
import org.billingsso.directory.Billing;
import org.billingsso.directory.Person;

/**
 * A Planhat end user.
 *
 * @param id the platform's own, 24 hex digits
 */
public record EndUser(
    String id,
    Optional<String> externalId,
    Optional<String> sourceId,
    @Default("false") boolean archived,
    Person person,
    @Default("{}") Billing billing)
    implements AccountHolder {}
