package org.billingsso.directory;

import java.util.List;
import java.util.Optional;

/** A customer company of a Planhat tenant. */
public record Company(String name, Optional<SharedPortal> portal, List<EndUser> endUsers) {

  /** The portal that the end user may open: enabled, and listing the user, who is not archived. */
  public Optional<SharedPortal> portalOf(EndUser endUser) {
    return portal
        .filter(SharedPortal::enabled)
        .filter(open -> !endUser.archived() && open.endUsers().contains(endUser.id()));
  }
}
