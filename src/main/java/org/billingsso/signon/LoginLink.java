package org.billingsso.signon;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A one-time URL that logs somebody in, as the store keeps it: everything but its token. Instants
 * are exact to the millisecond.
 *
 * @param id its public name, in the shape that the portal kind's policy gives, of no use to sign on
 * @param portalKind the name of its portal kind
 * @param subject whom it signs on
 * @param target where the browser ends up; the dialect's own notation
 * @param issuedAt when it was issued
 * @param expiresAt the first moment at which it is no longer valid
 * @param boundTo the only client address that may use it
 * @param notes what the dialect wants to find again
 * @param state whether it can still be used
 */
public record LoginLink(
    String id,
    String portalKind,
    Subject subject,
    String target,
    Instant issuedAt,
    Instant expiresAt,
    Optional<Address> boundTo,
    Map<String, String> notes,
    State state) {

  /** What has become of a link. Only an issued one can be redeemed, and nothing leads back. */
  public sealed interface State {
    /** Nobody has used it. */
    record Unused() implements State {}

    /**
     * Somebody was let in.
     *
     * @param session the {@link PortalSession#id} that began
     */
    record Used(Instant at, Address by, String session) implements State {}

    /** The subject got a newer link instead. */
    record Superseded(Instant at) implements State {}

    /** The back end took it back. */
    record Revoked(Instant at, Address by) implements State {}
  }

  static LoginLink issued(String id, LinkRequest request, Instant now) {
    return new LoginLink(
        id,
        request.portalKind().name(),
        request.subject(),
        request.target(),
        now,
        now.plus(request.validity()),
        request.boundTo(),
        request.notes(),
        new State.Unused());
  }

  /** Why this link does not let that visitor in at that moment; empty where it does. */
  Optional<Refusal> refuse(Address visitor, Instant now) {
    if (state instanceof State.Used used) {
      return Optional.of(new Refusal.AlreadyUsed(used.at(), used.by()));
    }
    if (state instanceof State.Superseded superseded) {
      return Optional.of(new Refusal.AlreadySuperseded(superseded.at()));
    }
    if (state instanceof State.Revoked revoked) {
      return Optional.of(new Refusal.AlreadyRevoked(revoked.at()));
    }
    if (!now.isBefore(expiresAt)) {
      return Optional.of(new Refusal.Expired(expiresAt));
    }
    return boundTo
        .filter(only -> !only.equals(visitor))
        .map(only -> new Refusal.OtherAddress(only, visitor));
  }

  /** Whether it would let in somebody from the right address at that moment. */
  public boolean isUsableAt(Instant now) {
    return isUnused() && now.isBefore(expiresAt);
  }

  boolean isUnused() {
    return state instanceof State.Unused;
  }

  LoginLink noting(String name, String value) {
    Map<String, String> more = new HashMap<>(notes);
    more.put(name, value);
    return new LoginLink(
        id, portalKind, subject, target, issuedAt, expiresAt, boundTo, more, state);
  }

  LoginLink with(State next) {
    return new LoginLink(
        id, portalKind, subject, target, issuedAt, expiresAt, boundTo, notes, next);
  }
}
