package org.billingsso.twocheckout;

import java.time.Duration;
import java.util.Optional;
import org.billingsso.http.Exchange;
import org.billingsso.signon.Address;
import org.billingsso.signon.LinkRequest;
import org.billingsso.signon.PortalKind;
import org.billingsso.signon.SignOn;
import org.billingsso.signon.Subject;
import org.billingsso.twocheckout.MerchantSessions.MerchantSession;
import org.jspecify.annotations.Nullable;

/**
 * What the methods of one call depend on.
 *
 * @param signOn at the moment of the exchange
 */
record ApiCall(
    Exchange exchange, SignOn signOn, MerchantSessions sessions, TwoCheckoutSettings settings) {

  /** The session that the call names. */
  MerchantSession session(@Nullable String sessionId) {
    return sessions.find(sessionId, exchange);
  }

  /** Whose session that is. */
  Merchant merchant(@Nullable String sessionId) {
    return session(sessionId).merchant();
  }

  /** The target of a new link, with its token. */
  String issue(
      PortalKind portalKind,
      Subject subject,
      String target,
      Duration validity,
      Optional<Address> boundTo) {
    LinkRequest request =
        LinkRequest.of(portalKind, subject, target).validFor(validity).boundTo(boundTo);
    return PageUrl.withToken(target, signOn.links().issue(request).token());
  }
}
