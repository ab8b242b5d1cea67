package org.billingsso.signon;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.billingsso.signon.Records.Stored;
import org.billingsso.store.Store;
import org.billingsso.store.StoreException;

/** The browser sessions that redeemed login links have begun. */
public final class PortalSessions {
  private static final TokenShape SHAPE = TokenShape.hex(64);

  /** Longer than a redemption that was interrupted can go on later. */
  private static final Duration LONGEST_REDEMPTION = Duration.ofHours(1);

  private final Records<PortalSession> sessions;
  private final InstantSource clock;
  private final Lifetimes lifetimes;

  PortalSessions(Store store, InstantSource clock, Lifetimes lifetimes) {
    this(new Records<>(store, "portal-session", new PortalSessionCodec()), clock, lifetimes);
  }

  private PortalSessions(
      Records<PortalSession> sessions, InstantSource clock, Lifetimes lifetimes) {
    this.sessions = sessions;
    this.clock = clock;
    this.lifetimes = lifetimes;
  }

  /** The same sessions, by another clock. */
  PortalSessions by(InstantSource other) {
    return new PortalSessions(sessions, other, lifetimes);
  }

  /** The secret of a session that is about to begin. */
  Token mint() {
    return Secrets.token(SHAPE);
  }

  /** Begins the session of a link that was used just now, or finds it ended already. */
  PortalSession begin(LoginLink link, LoginLink.State.Used used) {
    PortalSession session = PortalSession.begun(link, used, lifetimes.portalSession());
    if (sessions.insert(session.id(), session, keepUntil(session))) {
      return session;
    }
    return byId(session.id())
        .orElseThrow(() -> new StoreException("The store has lost a portal session"));
  }

  /** The live session of that portal kind which the cookie belongs to. */
  public Optional<PortalSession> live(PortalKind portalKind, Token cookie) {
    if (!SHAPE.mayBe(cookie)) {
      return Optional.empty();
    }
    return byId(cookie.hash())
        .filter(session -> session.portalKind().equals(portalKind.name()))
        .filter(session -> session.isLive(clock.instant()));
  }

  /** The session of that id, live or not. */
  public Optional<PortalSession> byId(String id) {
    return sessions.get(id).map(Stored::value);
  }

  /**
   * Ends a session for good; its browser is signed out at the next request. Ending one that is over
   * changes nothing.
   *
   * @return the session as it is now; empty where there is none of that id
   */
  public Optional<PortalSession> end(String id, Address by) {
    while (true) {
      Optional<Stored<PortalSession>> stored = sessions.get(id);
      Instant now = now();
      if (stored.isEmpty() || !stored.get().value().isLive(now)) {
        return stored.map(Stored::value);
      }
      PortalSession ended = stored.get().value().endedBy(new PortalSession.End(now, by));
      if (sessions.replace(stored.get(), ended, keepUntil(ended))) {
        return Optional.of(ended);
      }
    }
  }

  /**
   * Ends the session that a link began, also where the browser that has just used the link does not
   * have it yet: then it is over from the start.
   *
   * @return the session as it is now; empty where nobody has used the link
   */
  public Optional<PortalSession> end(LoginLink link, Address by) {
    if (!(link.state() instanceof LoginLink.State.Used used)) {
      return Optional.empty();
    }
    while (true) {
      Optional<PortalSession> ended = end(used.session(), by);
      if (ended.isPresent()) {
        return ended;
      }
      PortalSession over =
          PortalSession.begun(link, used, lifetimes.portalSession())
              .endedBy(new PortalSession.End(now(), by));
      if (sessions.insert(over.id(), over, keepOverUntil(over))) {
        return Optional.of(over);
      }
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Beyond the moment at which the redemption that is under way may want to begin the session. */
  private Instant keepOverUntil(PortalSession session) {
    Instant usual = keepUntil(session);
    Instant least = now().plus(LONGEST_REDEMPTION);
    return usual.isAfter(least) ? usual : least;
  }

  private Instant keepUntil(PortalSession session) {
    return session.expiresAt().plus(lifetimes.afterwards());
  }
}
