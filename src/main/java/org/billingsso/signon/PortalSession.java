package org.billingsso.signon;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A person's browser session in a portal. Instants are exact to the millisecond.
 *
 * @param id the hash of its cookie; of no use to a browser
 * @param portalKind the name of the portal's portal kind
 * @param subject whom the portal shows
 * @param link the id of the login link that began it
 * @param startedAt when it began
 * @param expiresAt the first moment at which it is over by itself
 * @param end when and from where it was ended before that, if it was
 */
public record PortalSession(
    String id,
    String portalKind,
    Subject subject,
    String link,
    Instant startedAt,
    Instant expiresAt,
    Optional<End> end) {

  /** A sign-out, in the browser or by the back end. */
  public record End(Instant at, Address by) {}

  static PortalSession begun(LoginLink link, LoginLink.State.Used used, Duration length) {
    return new PortalSession(
        used.session(),
        link.portalKind(),
        link.subject(),
        link.id(),
        used.at(),
        used.at().plus(length),
        Optional.empty());
  }

  /** Whether its pages may still be shown. */
  public boolean isLive(Instant now) {
    return end.isEmpty() && now.isBefore(expiresAt);
  }

  PortalSession endedBy(End how) {
    return new PortalSession(id, portalKind, subject, link, startedAt, expiresAt, Optional.of(how));
  }
}
