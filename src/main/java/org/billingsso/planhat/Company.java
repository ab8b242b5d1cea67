package org.billingsso.planhat;

import java.util.List;
import java.util.Optional;
import org.billingsso.config.Description;

/** A customer company of a Planhat tenant. */
public record Company(
    String name,
    @Description("without one, nobody has access") Optional<SharedPortal> portal,
    List<EndUser> endUsers) {}
