package org.billingsso.signon;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.billingsso.signon.LoginLink.State;
import org.billingsso.signon.Records.Stored;
import org.billingsso.store.Store;
import org.billingsso.store.StoreException;

/**
 * Issues one-time login links and redeems them: each lets one visitor in, once, in time.
 *
 * <p>Every method throws {@link StoreException} where the store cannot do its work. A redemption
 * claims the link before it begins the session: whatever fails in between, nobody else gets in.
 */
public final class LoginLinks {
  private final Records<LoginLink> links;
  private final CurrentLinks current;
  private final InstantSource clock;
  private final ServerKey key;
  private final Lifetimes lifetimes;
  private final PortalSessions sessions;

  LoginLinks(
      Store store,
      InstantSource clock,
      ServerKey key,
      Lifetimes lifetimes,
      PortalSessions sessions) {
    this(
        new Records<>(store, "login-link", new LoginLinkCodec()),
        new CurrentLinks(store),
        clock,
        key,
        lifetimes,
        sessions);
  }

  private LoginLinks(
      Records<LoginLink> links,
      CurrentLinks current,
      InstantSource clock,
      ServerKey key,
      Lifetimes lifetimes,
      PortalSessions sessions) {
    this.links = links;
    this.current = current;
    this.clock = clock;
    this.key = key;
    this.lifetimes = lifetimes;
    this.sessions = sessions;
  }

  /** The same links, by another clock. */
  LoginLinks by(InstantSource other, PortalSessions sessionsByIt) {
    return new LoginLinks(links, current, other, key, lifetimes, sessionsByIt);
  }

  /** Issues a link. When this returns, the link works and every superseded one does not. */
  public Issued issue(LinkRequest request) {
    return issue(request, now());
  }

  /**
   * Issues a link whose record is kept at least until that moment, whatever becomes of it. Its id
   * is new and nobody else knows it before: no id is ever issued twice, since none is given.
   */
  Issued issue(LinkRequest request, Instant knownUntil) {
    LinkPolicy policy = request.portalKind().policy();
    String id = newId(request.portalKind());
    Token token =
        policy.derivesTokens()
            ? derivedToken(request.portalKind(), id)
            : Secrets.token(policy.shape());
    LoginLink link = LoginLink.issued(id, request, now());
    String hash = token.hash();
    Instant usual = keepUntil(link);
    Instant keepUntil = knownUntil.isAfter(usual) ? knownUntil : usual;
    if (!links.insert(hash, link, keepUntil)) {
      throw new StoreException("The store already has a login link of that name");
    }
    if (policy.newestSupersedes()) {
      current.point(link, hash, keepUntil, this::supersede);
    }
    return new Issued(link, token);
  }

  /** Forgets a link that was issued just now and shown to nobody. */
  void discard(Issued issued) {
    links.remove(issued.token().hash());
  }

  /** A text of the shape of the portal kind's ids that is the id of no link. */
  public String newId(PortalKind portalKind) {
    return Secrets.id(portalKind.policy().ids());
  }

  /** Lets the visitor in if the token is that of a link which can be used, and uses it up. */
  public Redemption redeem(PortalKind portalKind, Token token, Address visitor) {
    while (true) {
      Optional<Stored<LoginLink>> stored = find(portalKind, token);
      if (stored.isEmpty()) {
        return new Redemption.Refused(new Refusal.Unknown(), Optional.empty());
      }
      LoginLink link = stored.get().value();
      Optional<Refusal> refusal = link.refuse(visitor, now());
      if (refusal.isPresent()) {
        return new Redemption.Refused(refusal.get(), Optional.of(link));
      }
      Token cookie = sessions.mint();
      State.Used used = new State.Used(now(), visitor, cookie.hash());
      LoginLink claimed = link.with(used);
      if (links.replace(stored.get(), claimed, keepUntil(claimed))) {
        return new Redemption.Admitted(claimed, sessions.begin(claimed, used), cookie);
      }
    }
  }

  /** The link of that token, whatever has become of it. */
  public Optional<LoginLink> look(PortalKind portalKind, Token token) {
    return find(portalKind, token).map(Stored::value);
  }

  /** The link of that id and its token, in a portal kind that derives tokens. */
  public Optional<Issued> byId(PortalKind portalKind, String id) {
    Token token = derivedToken(portalKind, id);
    return look(portalKind, token).map(link -> new Issued(link, token));
  }

  /**
   * Takes a link back. One that is no longer unused stays as it is.
   *
   * @return the link as it is now
   */
  public Optional<LoginLink> revoke(PortalKind portalKind, Token token, Address by) {
    return find(portalKind, token)
        .flatMap(found -> end(found.key().id(), new State.Revoked(now(), by)));
  }

  /**
   * Changes a note from one value to another; of several that try, one does.
   *
   * @return the link as it is then; empty where the note has another value
   */
  public Optional<LoginLink> changeNote(
      PortalKind portalKind, Token token, String name, String from, String to) {
    while (true) {
      Optional<Stored<LoginLink>> stored =
          find(portalKind, token).filter(found -> from.equals(found.value().notes().get(name)));
      if (stored.isEmpty()) {
        return Optional.empty();
      }
      LoginLink noted = stored.get().value().noting(name, to);
      if (links.replace(stored.get(), noted, keepUntil(noted))) {
        return Optional.of(noted);
      }
    }
  }

  private void supersede(String tokenHash) {
    end(tokenHash, new State.Superseded(now()));
  }

  /** Ends a link that is unused; answers what it is afterwards. */
  private Optional<LoginLink> end(String tokenHash, State end) {
    while (true) {
      Optional<Stored<LoginLink>> stored = links.get(tokenHash);
      if (stored.isEmpty() || !stored.get().value().isUnused()) {
        return stored.map(Stored::value);
      }
      LoginLink ended = stored.get().value().with(end);
      if (links.replace(stored.get(), ended, keepUntil(ended))) {
        return Optional.of(ended);
      }
    }
  }

  private Optional<Stored<LoginLink>> find(PortalKind portalKind, Token token) {
    return portalKind.policy().shape().mayBe(token)
        ? links
            .get(token.hash())
            .filter(stored -> stored.value().portalKind().equals(portalKind.name()))
        : Optional.empty();
  }

  private Token derivedToken(PortalKind portalKind, String id) {
    return portalKind.policy().shape().token(key.derive(portalKind.name(), id));
  }

  /** A link is found as long as the session is that it began. */
  private Instant keepUntil(LoginLink link) {
    Instant end = link.expiresAt();
    if (link.state() instanceof State.Used used) {
      Instant sessionEnd = used.at().plus(lifetimes.portalSession());
      end = sessionEnd.isAfter(end) ? sessionEnd : end;
    }
    return end.plus(lifetimes.afterwards());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
