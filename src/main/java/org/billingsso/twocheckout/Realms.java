package org.billingsso.twocheckout;

import static java.time.Duration.ofSeconds;
import static org.billingsso.signon.TokenShape.hex;

import org.billingsso.signon.LinkPolicy;
import org.billingsso.signon.Realm;

/** The two portals of 2Checkout: their rows of the policy table. */
final class Realms {
  /** Where shoppers see what they bought. The account of a holder is a customer's reference. */
  static final Realm MY_ACCOUNT =
      new Realm("2checkout-myaccount", LinkPolicy.of(hex(40), ofSeconds(10)).bindingAddress());

  /**
   * Where a partner's users sell. The account of a holder is a partner code, the user an e-mail.
   */
  static final Realm PARTNER_PANEL =
      new Realm("2checkout-partners", LinkPolicy.of(hex(32), ofSeconds(10)).bindingAddress());

  private Realms() {}
}
