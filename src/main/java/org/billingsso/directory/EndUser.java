package org.billingsso.directory;

import java.util.Optional;

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
