package org.billingsso.portal;

import java.util.Optional;
import org.billingsso.http.Incoming;
import org.billingsso.signon.Realm;
import org.billingsso.signon.Token;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpCookie.SameSite;
import org.eclipse.jetty.server.HttpCookieUtils;

/**
 * The cookie by which a browser is known again, one per realm. It ends with the browser's session
 * at the latest. Under https its name has the prefix {@code __Host-}, so that no other host can set
 * it (RFC 6265bis, 4.1.3.2).
 */
record SessionCookie(Realm realm) {

  Optional<Token> of(Incoming request) {
    return request.cookie(name(request)).filter(value -> !value.isEmpty()).map(Token::new);
  }

  /** The value of a {@code Set-Cookie}. */
  String set(Incoming request, Token secret) {
    return HttpCookieUtils.getRFC6265SetCookie(cookie(request, secret.value()).build());
  }

  /** The value of a {@code Set-Cookie} that makes the browser forget. */
  String clear(Incoming request) {
    return HttpCookieUtils.getRFC6265SetCookie(cookie(request, "").maxAge(0).build());
  }

  private HttpCookie.Builder cookie(Incoming request, String value) {
    return HttpCookie.build(name(request), value)
        .path("/")
        .httpOnly(true)
        .secure(request.origin().isSecure())
        .sameSite(SameSite.LAX);
  }

  private String name(Incoming request) {
    return (request.origin().isSecure() ? "__Host-" : "") + realm.name();
  }
}
