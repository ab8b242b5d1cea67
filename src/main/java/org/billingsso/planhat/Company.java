package org.billingsso.planhat;

import java.util.List;
import java.util.Optional;

/** A customer company of a Planhat tenant. */
public record Company(String name, Optional<SharedPortal> portal, List<EndUser> endUsers) {}
