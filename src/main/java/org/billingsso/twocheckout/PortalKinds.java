package org.billingsso.twocheckout;

import static java.time.Duration.ofSeconds;
import static org.billingsso.signon.TokenShape.hex;

import org.billingsso.signon.LinkPolicy;
import org.billingsso.signon.PortalKind;

/** The two portals of 2Checkout: their rows of the policy table. */
final class PortalKinds {
  /** Where shoppers see what they bought. The account of a holder is a customer's reference. */
  static final PortalKind MY_ACCOUNT =
      new PortalKind("2checkout-myaccount", LinkPolicy.of(hex(40), ofSeconds(10)).bindingAddress());

  /**
   * Where a partner's users sell. The account of a holder is a partner code, the user an e-mail.
   */
  static final PortalKind PARTNER_PANEL =
      new PortalKind("2checkout-partners", LinkPolicy.of(hex(32), ofSeconds(10)).bindingAddress());

  private PortalKinds() {}
}
