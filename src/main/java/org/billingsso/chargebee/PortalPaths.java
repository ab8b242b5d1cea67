package org.billingsso.chargebee;

import java.util.List;
import org.billingsso.portal.PageLink;
import org.billingsso.portal.PortalLayout;
import org.billingsso.signon.Token;

/** Where the portal's pages are. */
final class PortalPaths {
  static final String AUTHENTICATE = "/portal/v2/authenticate";

  /** What a token may follow, instead of being in a query. */
  static final String ACCESS = "/portal/access/";

  /** The query parameter that has the token. */
  static final String TOKEN = "token";

  static final String HOME = "/portal/v2/home";
  static final String BILLING_HISTORY = "/portal/v2/billing_history";
  static final String SUBSCRIPTIONS = "/portal/v2/subscriptions";
  static final String PAYMENT_METHODS = "/portal/v2/payment_methods";
  static final String ACCOUNT = "/portal/v2/account";
  static final String LOGOUT = "/portal/v2/logout";
  static final String LOGIN = "/portal/login";
  static final String SIGN_UP = "/portal/signup";

  /** All that somebody who is signed in can see, in the order of the navigation. */
  static final List<PageLink> PAGES =
      List.of(
          new PageLink("Home", HOME),
          new PageLink("Subscriptions", SUBSCRIPTIONS),
          new PageLink("Billing history", BILLING_HISTORY),
          new PageLink("Payment methods", PAYMENT_METHODS),
          new PageLink("Account", ACCOUNT));

  static final PortalLayout LAYOUT =
      new PortalLayout(Sessions.KIND, "Chargebee customer portal", HOME, LOGOUT, PAGES);

  private PortalPaths() {}

  /** The access URL's path and query. */
  static String authenticate(Token token) {
    return AUTHENTICATE + "?" + TOKEN + "=" + token.value();
  }
}
