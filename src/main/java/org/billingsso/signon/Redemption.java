package org.billingsso.signon;

import java.util.Optional;

/** What came of an attempt to use a login link. */
public sealed interface Redemption {

  /**
   * The visitor is in.
   *
   * @param link the link, used now
   * @param session the portal session that began
   * @param cookie the session's secret, for the visitor's browser
   */
  record Admitted(LoginLink link, PortalSession session, Token cookie) implements Redemption {}

  /**
   * The visitor is not let in.
   *
   * @param link what the token belongs to; empty where there is no record of it
   */
  record Refused(Refusal why, Optional<LoginLink> link) implements Redemption {}
}
