package org.billingsso.signon;

import java.time.Duration;

/**
 * The rules of a realm's login links: one row of the policy table in the specification's README.
 *
 * @param shape what the token looks like
 * @param validity how long a link lives that was asked for without a validity of its own
 * @param bindsAddress whether a link may be bound to one client address
 * @param derivesTokens whether the API shows a token again later; such tokens are derived from the
 *     link's id with the server's key, so that none need be stored
 * @param newestSupersedes whether issuing a link ends every earlier unused one of that holder
 */
public record LinkPolicy(
    TokenShape shape,
    Duration validity,
    boolean bindsAddress,
    boolean derivesTokens,
    boolean newestSupersedes) {

  public LinkPolicy {
    if (validity.isNegative() || validity.isZero()) {
      throw new IllegalArgumentException("A link must be valid for some time, not " + validity);
    }
  }

  /** Single-use links of that shape and validity, without any of the particularities. */
  public static LinkPolicy of(TokenShape shape, Duration validity) {
    return new LinkPolicy(shape, validity, false, false, false);
  }

  public LinkPolicy bindingAddress() {
    return new LinkPolicy(shape, validity, true, derivesTokens, newestSupersedes);
  }

  public LinkPolicy derivingTokens() {
    return new LinkPolicy(shape, validity, bindsAddress, true, newestSupersedes);
  }

  public LinkPolicy newestSuperseding() {
    return new LinkPolicy(shape, validity, bindsAddress, derivesTokens, true);
  }
}
