package org.billingsso.chargebee;

import java.time.Instant;
import java.util.Optional;
import org.billingsso.signon.Address;
import org.billingsso.signon.Issued;
import org.billingsso.signon.LoginLink;
import org.billingsso.signon.LoginLink.State;
import org.billingsso.signon.PortalSession;
import org.billingsso.signon.Token;

/**
 * A portal session as Chargebee's API speaks of it: a login link, and what became of it.
 *
 * @param link the link, with everything that was said when it was asked for
 * @param token the secret of its access URL
 * @param status its state now
 * @param login when and from where somebody came in
 * @param logout when it was over
 */
record Session(
    LoginLink link, Token token, Status status, Optional<Moment> login, Optional<Moment> logout) {

  /**
   * Something that happened to a session.
   *
   * @param by from where; absent where it happened by itself
   */
  record Moment(Instant at, Optional<Address> by) {}

  /** A link and the browser session that it may have begun, at a time. */
  static Session of(Issued issued, Optional<PortalSession> browser, Instant now) {
    LoginLink link = issued.link();
    if (link.state() instanceof State.Used used) {
      Optional<Moment> login = Optional.of(new Moment(used.at(), Optional.of(used.by())));
      Optional<Moment> logout = browser.flatMap(session -> endOf(session, now));
      Status status = logout.isPresent() ? Status.LOGGED_OUT : Activation.of(link).status();
      return new Session(link, issued.token(), status, login, logout);
    }
    if (link.state() instanceof State.Revoked revoked) {
      Moment logout = new Moment(revoked.at(), Optional.of(revoked.by()));
      return new Session(
          link, issued.token(), Status.LOGGED_OUT, Optional.empty(), Optional.of(logout));
    }
    return new Session(link, issued.token(), Status.CREATED, Optional.empty(), Optional.empty());
  }

  /** The session as it was when it was new. */
  Session asCreated() {
    return new Session(link, token, Status.CREATED, Optional.empty(), Optional.empty());
  }

  /** The session as it was when it had just been activated. */
  Session asActivated() {
    return new Session(link, token, Status.ACTIVATED, login, Optional.empty());
  }

  private static Optional<Moment> endOf(PortalSession browser, Instant now) {
    if (browser.isLive(now)) {
      return Optional.empty();
    }
    return browser
        .end()
        .map(end -> new Moment(end.at(), Optional.of(end.by())))
        .or(() -> Optional.of(new Moment(browser.expiresAt(), Optional.empty())));
  }
}
