package org.billingsso.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a web application lives: scheme, host and port, as browsers compare them.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case; an IPv6 address in brackets
 * @param port never absent: the scheme's own where the text names none
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6454#section-4">RFC 6454, 4 Origin of a URI</a>
 */
public record Origin(String scheme, String host, int port) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads {@code https://host} or {@code https://host:port}, with or without one slash at the end.
   *
   * @throws IllegalArgumentException where the text is anything else, with a sentence for people
   */
  public static Origin parse(String text) {
    try {
      return WebUrl.parse(text, Strictness.ORIGIN).origin();
    } catch (InvalidUrlException notAnOrigin) {
      throw new IllegalArgumentException(
          "must be http:// or https://, a host and perhaps a port, and no path; this "
              + notAnOrigin.sentence(),
          notAnOrigin);
    }
  }

  /**
   * The origin of those parts, as an HTTP server finds them in a request.
   *
   * @param port 0 or less where there is none
   * @throws IllegalArgumentException where the host is neither a name nor an IP address
   */
  static Origin of(String scheme, @Nullable String host, int port) {
    Optional<String> canonical = Optional.ofNullable(host).flatMap(UrlHost::canonical);
    if (canonical.isEmpty() || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("is no host with a port");
    }
    return new Origin(scheme, canonical.get(), port > 0 ? port : usualPort(scheme));
  }

  static int usualPort(String scheme) {
    return scheme.equals("https") ? HTTPS : HTTP;
  }

  /** Whether what passes between it and a browser is encrypted. */
  public boolean isSecure() {
    return scheme.equals("https");
  }

  /** The text of RFC 6454: the port only where it is not the scheme's own. */
  @Override
  public String toString() {
    return scheme + "://" + host + (port == usualPort(scheme) ? "" : ":" + port);
  }
}
