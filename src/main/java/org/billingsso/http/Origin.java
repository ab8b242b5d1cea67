package org.billingsso.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.billingsso.signon.Address;
import org.jspecify.annotations.Nullable;

/**
 * Where a web application lives: scheme, host and port, as browsers compare them.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case; an IPv6 address in brackets
 * @param port never absent: the scheme's own where the text names none
 */
public record Origin(String scheme, String host, int port) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int NO_PORT = -1;

  /** Hosts that {@link URI} takes for none, since they have an underscore: Docker names them so. */
  private static final Pattern UNDERSCORED = Pattern.compile("([A-Za-z0-9._-]+)(?::([0-9]{1,5}))?");

  /**
   * Reads {@code https://host} or {@code https://host:port}, with or without one slash at the end.
   *
   * @throws IllegalArgumentException where the text is anything else, with a sentence for people
   */
  public static Origin parse(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException notAUri) {
      throw refused();
    }
    if (uri.getRawAuthority() == null
        || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || !(uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))) {
      throw refused();
    }
    return of(uri);
  }

  /**
   * The origin of an absolute URI.
   *
   * @throws IllegalArgumentException where it is not an http or https URI with a host
   */
  public static Origin of(URI uri) {
    if (uri.getScheme() == null || uri.getRawAuthority() == null) {
      throw refused();
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw refused();
    }
    if (uri.getHost() != null) {
      return checked(scheme, uri.getHost(), uri.getPort());
    }
    Matcher host = UNDERSCORED.matcher(uri.getRawAuthority());
    if (!host.matches()) {
      throw refused();
    }
    int port = host.group(2) == null ? NO_PORT : Integer.parseInt(host.group(2));
    return checked(scheme, host.group(1), port);
  }

  /**
   * The origin of those parts, as an HTTP server finds them in a request.
   *
   * @throws IllegalArgumentException where the host is neither a name nor an IP address
   */
  static Origin of(String scheme, @Nullable String host, int port) {
    if (host == null || !isHost(host)) {
      throw refused();
    }
    return checked(scheme, host, port == 0 ? NO_PORT : port);
  }

  private static Origin checked(String scheme, String host, int givenPort) {
    int port = givenPort == NO_PORT ? usualPort(scheme) : givenPort;
    if (port < 1 || port > 65_535) {
      throw refused();
    }
    return new Origin(scheme, host.toLowerCase(Locale.ROOT), port);
  }

  private static boolean isHost(String host) {
    if (host.startsWith("[") && host.endsWith("]")) {
      return Address.parse(host.substring(1, host.length() - 1)).isPresent();
    }
    for (int i = 0; i < host.length(); i++) {
      char each = host.charAt(i);
      boolean isWordCharacter = each < 0x80 && (Character.isLetterOrDigit(each) || each == '_');
      if (!isWordCharacter && each != '.' && each != '-') {
        return false;
      }
    }
    return !host.isEmpty();
  }

  private static IllegalArgumentException refused() {
    return new IllegalArgumentException(
        "must be http:// or https://, a host and perhaps a port, and no path");
  }

  private static int usualPort(String scheme) {
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
