package org.billingsso.platform;

import org.billingsso.http.RateLimits;
import org.billingsso.signon.SignOn;

/**
 * A platform in one world: everything that its answers may depend on.
 *
 * @param signOn issues and redeems the world's login links
 * @param limits counts the world's calls
 * @param demoOnThisMachine whether the accounts are the demo ones and no other machine reaches
 *     them, so that what anybody may use is on unless it was switched off
 * @param <A> its accounts
 * @param <S> its settings
 */
public record Installation<A, S>(
    A accounts, S settings, SignOn signOn, RateLimits limits, boolean demoOnThisMachine) {

  /** One of other accounts, or that other machines reach. */
  public Installation(A accounts, S settings, SignOn signOn, RateLimits limits) {
    this(accounts, settings, signOn, limits, false);
  }
}
