package org.billingsso.journal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.billingsso.signon.Address;
import org.billingsso.signon.PortalSession;
import org.billingsso.signon.Redemption;

/**
 * What came of a request. Secrets are masked where an outcome is made, and texts from outside are
 * as they came: whoever shows one escapes it.
 */
public sealed interface Outcome {

  /** When the request came, by the clock of its world. */
  Instant at();

  /** From where it came. */
  Address client();

  /**
   * A call of a platform's API.
   *
   * @param platform such as {@code 2checkout}
   * @param protocol such as {@code json-rpc}
   * @param method the name of the method or operation as the caller wrote it
   * @param caller the account that called, where it is known
   * @param arguments by their names, in order; secrets masked
   * @param refusal why it failed; empty where it was done
   */
  record Called(
      Instant at,
      Address client,
      String platform,
      String protocol,
      String method,
      Optional<String> caller,
      Map<String, String> arguments,
      Optional<ApiRefusal> refusal)
      implements Outcome {}

  /**
   * An attempt to use a login link.
   *
   * @param portalKind the name of the kind of portal
   * @param result who was let in, or why nobody was, with the link where there is one
   * @param diagnosis why, where nobody was let in
   */
  record Redeemed(
      Instant at,
      Address client,
      String portalKind,
      Redemption result,
      Optional<Diagnosis> diagnosis)
      implements Outcome {}

  /**
   * A portal session that is over.
   *
   * @param session as it is now
   * @param by what ended it, such as {@code the button to sign out}
   */
  record Ended(Instant at, Address client, PortalSession session, String by) implements Outcome {}

  /**
   * A request that was refused before it was a call or a visit of a portal.
   *
   * @param method of HTTP
   * @param route as it was declared, since a path may carry a token
   * @param status of HTTP
   */
  record Rejected(
      Instant at, Address client, String method, String route, int status, Diagnosis diagnosis)
      implements Outcome {}

  /**
   * A request that failed because the store did not do its work.
   *
   * @param what was to be done
   * @param why what the store says
   */
  record Unavailable(Instant at, Address client, String what, String why) implements Outcome {}

  /**
   * A request that failed by a fault of ours.
   *
   * @param what was to be done
   */
  record Failed(Instant at, Address client, String what, Throwable cause) implements Outcome {}
}
