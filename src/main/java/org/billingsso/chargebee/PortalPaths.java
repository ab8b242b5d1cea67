package org.billingsso.chargebee;

import org.billingsso.signon.Token;

/** Where the portal's pages are. */
final class PortalPaths {
  static final String AUTHENTICATE = "/portal/v2/authenticate";
  static final String HOME = "/portal/v2/home";

  private PortalPaths() {}

  /** The access URL's path and query. */
  static String authenticate(Token token) {
    return AUTHENTICATE + "?token=" + token.value();
  }
}
