package org.billingsso.signon;

import java.time.Instant;

/**
 * Why a token let nobody in. Each reason carries what a person needs to understand it; none carries
 * a secret.
 */
public sealed interface Refusal {

  /** No such token was issued here, or so long ago that its record is gone. */
  record Unknown() implements Refusal {}

  /** There is no such token, and it looks like one that was damaged on its way. */
  record Damaged(Damage damage) implements Refusal {}

  /** Its time is over, since that moment. */
  record Expired(Instant at) implements Refusal {}

  /** Somebody has used it, then and from there. */
  record AlreadyUsed(Instant at, Address by) implements Refusal {}

  /** Its holder got a newer one, then. */
  record AlreadySuperseded(Instant at) implements Refusal {}

  /** It was taken back, then. */
  record AlreadyRevoked(Instant at) implements Refusal {}

  /** It is for one address and came from another. */
  record OtherAddress(Address expected, Address seen) implements Refusal {}
}
