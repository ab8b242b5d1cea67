package org.billingsso.platform;

import org.billingsso.http.RateLimits;
import org.billingsso.signon.SignOn;

/**
 * A platform in one world: everything that its answers may depend on.
 *
 * @param signOn issues and redeems the world's login links
 * @param limits counts the world's calls
 * @param <A> its accounts
 * @param <S> its settings
 */
public record Installation<A, S>(A accounts, S settings, SignOn signOn, RateLimits limits) {}
