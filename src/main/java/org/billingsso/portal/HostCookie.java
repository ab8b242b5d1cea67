package org.billingsso.portal;

import java.util.Optional;
import org.billingsso.http.Exchange;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpCookie.SameSite;
import org.eclipse.jetty.server.HttpCookieUtils;

/**
 * A cookie by which a browser is known again, for this host alone. It ends with the browser's
 * session at the latest. Under https its name has the prefix {@code __Host-}, so that no other host
 * can set it (RFC 6265bis, 4.1.3.2). Since it is for all paths, the name says below which base we
 * are, so that the worlds of one host keep apart.
 *
 * @param name without that prefix
 */
public record HostCookie(String name) {
  /** What paths may have, but names of cookies may not. */
  private static final String NO_NAME_HAS = "()<>@,;:\\\"[]?={}";

  /** What the browser sends. */
  public Optional<String> of(Exchange request) {
    return request.cookie(fullName(request)).filter(value -> !value.isEmpty());
  }

  /** The value of a {@code Set-Cookie}. */
  public String set(Exchange request, String value) {
    return HttpCookieUtils.getRFC6265SetCookie(cookie(request, value).build());
  }

  /** The value of a {@code Set-Cookie} that makes the browser forget. */
  String clear(Exchange request) {
    return HttpCookieUtils.getRFC6265SetCookie(cookie(request, "").maxAge(0).build());
  }

  private HttpCookie.Builder cookie(Exchange request, String value) {
    return HttpCookie.build(fullName(request), value)
        .path("/")
        .httpOnly(true)
        .secure(request.origin().isSecure())
        .sameSite(SameSite.LAX);
  }

  private String fullName(Exchange request) {
    return (request.origin().isSecure() ? "__Host-" : "") + name + suffix(request.base());
  }

  /** The base in the characters of a cookie's name; a base's own dots are escaped. */
  private static String suffix(String base) {
    StringBuilder suffix = new StringBuilder();
    for (char c : base.replace(".", "%2E").toCharArray()) {
      if (c == '/') {
        suffix.append('.');
      } else if (NO_NAME_HAS.indexOf(c) >= 0) {
        suffix.append('%').append(Integer.toHexString(c));
      } else {
        suffix.append(c);
      }
    }
    return suffix.toString();
  }
}
