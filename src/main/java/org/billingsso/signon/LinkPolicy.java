package org.billingsso.signon;

import java.time.Duration;

/**
 * The rules of a portal kind's login links: one row of the policy table in the specification's
 * README.
 *
 * @param shape what the token looks like
 * @param ids what the link's public id looks like
 * @param validity how long a link lives that was asked for without a validity of its own
 * @param bindsAddress whether a link may be bound to one client address
 * @param derivesTokens whether the API shows a token again later; such tokens are derived from the
 *     link's id with the server's key, so that none need be stored
 * @param newestSupersedes whether issuing a link ends every earlier unused one of that holder
 */
public record LinkPolicy(
    TokenShape shape,
    TokenShape ids,
    Duration validity,
    boolean bindsAddress,
    boolean derivesTokens,
    boolean newestSupersedes) {
  private static final TokenShape USUAL_IDS = TokenShape.base62(22);

  public LinkPolicy {
    if (validity.isNegative() || validity.isZero()) {
      throw new IllegalArgumentException("A link must be valid for some time, not " + validity);
    }
  }

  /** Single-use links of that shape and validity, without any of the particularities. */
  public static LinkPolicy of(TokenShape shape, Duration validity) {
    return new LinkPolicy(shape, USUAL_IDS, validity, false, false, false);
  }

  public LinkPolicy bindingAddress() {
    return new LinkPolicy(shape, ids, validity, true, derivesTokens, newestSupersedes);
  }

  public LinkPolicy derivingTokens() {
    return new LinkPolicy(shape, ids, validity, bindsAddress, true, newestSupersedes);
  }

  /** With ids of that shape, where the platform shows them. */
  public LinkPolicy withIds(TokenShape likeThis) {
    return new LinkPolicy(shape, likeThis, validity, bindsAddress, derivesTokens, newestSupersedes);
  }

  public LinkPolicy newestSuperseding() {
    return new LinkPolicy(shape, ids, validity, bindsAddress, derivesTokens, true);
  }
}
