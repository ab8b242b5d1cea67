package org.billingsso.signon;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a back end asks for when it wants a login link.
 *
 * @param portalKind the portal to sign on to
 * @param subject whom to sign on
 * @param target where the browser ends up; the dialect's own notation
 * @param validity how long the link lives; positive
 * @param boundTo the only client address that may use it, where the portal kind binds addresses
 * @param notes what the dialect wants to find on the link again; no secrets
 */
public record LinkRequest(
    PortalKind portalKind,
    Subject subject,
    String target,
    Duration validity,
    Optional<Address> boundTo,
    Map<String, String> notes) {

  public LinkRequest {
    if (validity.isNegative() || validity.isZero()) {
      throw new IllegalArgumentException("A link must be valid for some time, not " + validity);
    }
    if (boundTo.isPresent() && !portalKind.policy().bindsAddress()) {
      throw new IllegalArgumentException("Links of " + portalKind.name() + " bind no address");
    }
    notes = Map.copyOf(notes);
  }

  /** A link with the portal kind's own validity, for any address, without notes. */
  public static LinkRequest of(PortalKind portalKind, Subject subject, String target) {
    return new LinkRequest(
        portalKind, subject, target, portalKind.policy().validity(), Optional.empty(), Map.of());
  }

  public LinkRequest validFor(Duration time) {
    return new LinkRequest(portalKind, subject, target, time, boundTo, notes);
  }

  public LinkRequest boundTo(Optional<Address> address) {
    return new LinkRequest(portalKind, subject, target, validity, address, notes);
  }

  public LinkRequest withNotes(Map<String, String> added) {
    return new LinkRequest(portalKind, subject, target, validity, boundTo, added);
  }
}
