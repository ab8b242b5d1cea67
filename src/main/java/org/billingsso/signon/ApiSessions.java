package org.billingsso.signon;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.billingsso.signon.Records.Stored;
import org.billingsso.store.Store;
import org.billingsso.store.StoreException;

/** Opens API sessions for back ends that have proved who they are, and finds them again. */
public final class ApiSessions {
  private static final TokenShape SHAPE = TokenShape.hex(40);

  private final Records<ApiSession> sessions;
  private final InstantSource clock;
  private final Lifetimes lifetimes;

  ApiSessions(Store store, InstantSource clock, Lifetimes lifetimes) {
    this(new Records<>(store, "api-session", new ApiSessionCodec()), clock, lifetimes);
  }

  private ApiSessions(Records<ApiSession> sessions, InstantSource clock, Lifetimes lifetimes) {
    this.sessions = sessions;
    this.clock = clock;
    this.lifetimes = lifetimes;
  }

  /** The same sessions, by another clock. */
  ApiSessions by(InstantSource other) {
    return new ApiSessions(sessions, other, lifetimes);
  }

  /**
   * Opens a session of that tenant that lives so long, and answers its secret.
   *
   * @throws StoreException if the store does not take it
   */
  public Token open(String tenant, Duration length) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ApiSession session = new ApiSession(tenant, now, now.plus(length), Map.of());
    Token token = Secrets.token(SHAPE);
    if (!sessions.insert(token.hash(), session, keepUntil(session))) {
      throw new StoreException("The store already has an API session of that name");
    }
    return token;
  }

  /** What that token opens. */
  public Access find(Token token) {
    return SHAPE.mayBe(token)
        ? access(sessions.get(token.hash()))
        : new Access.Denied(new Refusal.Unknown());
  }

  /** Notes something on the session, so that its later calls, on any node, find it. */
  public Access note(Token token, String name, String value) {
    while (true) {
      Optional<Stored<ApiSession>> stored = sessions.get(token.hash());
      Access access = access(stored);
      if (!(access instanceof Access.Granted granted)) {
        return access;
      }
      ApiSession noted = granted.session().noting(name, value);
      if (sessions.replace(stored.orElseThrow(), noted, keepUntil(noted))) {
        return new Access.Granted(noted);
      }
    }
  }

  /**
   * Ends a session for good, such as one of an account that is gone. Ending one that is over
   * changes nothing.
   */
  public void end(Token token) {
    boolean done = false;
    while (!done) {
      Optional<Stored<ApiSession>> stored = sessions.get(token.hash());
      done =
          !(access(stored) instanceof Access.Granted granted)
              || sessions.replace(
                  stored.orElseThrow(),
                  granted.session().endedAt(clock.instant()),
                  keepUntil(granted.session()));
    }
  }

  private Access access(Optional<Stored<ApiSession>> stored) {
    if (stored.isEmpty()) {
      return new Access.Denied(new Refusal.Unknown());
    }
    ApiSession session = stored.get().value();
    if (session.end().isPresent()) {
      return new Access.Denied(new Refusal.AlreadyRevoked(session.end().get()));
    }
    if (!clock.instant().isBefore(session.expiresAt())) {
      return new Access.Denied(new Refusal.Expired(session.expiresAt()));
    }
    return new Access.Granted(session);
  }

  private Instant keepUntil(ApiSession session) {
    return session.expiresAt().plus(lifetimes.afterwards());
  }
}
