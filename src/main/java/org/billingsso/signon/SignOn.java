package org.billingsso.signon;

import java.time.Instant;
import java.time.InstantSource;
import org.billingsso.store.Store;

/**
 * The core as one thing to hand around: what a dialect needs to let people in.
 *
 * @param links issues and redeems login links
 * @param portalSessions the sessions of people's browsers
 * @param apiSessions the sessions of back ends
 * @param idempotencyKeys the keys with which back ends mark repetitions
 * @param idempotentLinks issues one link for all repetitions of a request
 * @param passwords what people have set to sign in with
 * @param passwordAttempts slows down who guesses
 * @param passwordHashing makes and checks hashes of passwords, a few at once
 * @param clock what all of them, and every dialect, take for the time
 */
public record SignOn(
    LoginLinks links,
    PortalSessions portalSessions,
    ApiSessions apiSessions,
    IdempotencyKeys idempotencyKeys,
    IdempotentLinks idempotentLinks,
    Passwords passwords,
    PasswordAttempts passwordAttempts,
    PasswordHashing passwordHashing,
    InstantSource clock) {

  /**
   * The same core at one moment: whatever a request reads and writes through it is about that time.
   */
  public SignOn at(Instant moment) {
    InstantSource then = InstantSource.fixed(moment);
    PortalSessions sessions = portalSessions.by(then);
    LoginLinks linksThen = links.by(then, sessions);
    IdempotencyKeys keys = idempotencyKeys.by(then);
    return new SignOn(
        linksThen,
        sessions,
        apiSessions.by(then),
        keys,
        new IdempotentLinks(linksThen, keys, then),
        passwords.by(then),
        passwordAttempts.by(then),
        passwordHashing,
        then);
  }

  /** The core over that store. */
  public static SignOn over(Store store, InstantSource clock, ServerKey key, Lifetimes lifetimes) {
    PortalSessions portalSessions = new PortalSessions(store, clock, lifetimes);
    LoginLinks links = new LoginLinks(store, clock, key, lifetimes, portalSessions);
    IdempotencyKeys idempotencyKeys = new IdempotencyKeys(store, clock);
    return new SignOn(
        links,
        portalSessions,
        new ApiSessions(store, clock, lifetimes),
        idempotencyKeys,
        new IdempotentLinks(links, idempotencyKeys, clock),
        new Passwords(store, clock),
        new PasswordAttempts(store, clock),
        PasswordHashing.inThisProcess(),
        clock);
  }
}
