package org.billingsso.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server listens.
 *
 * @param host a name, an IPv4 address, or an IPv6 address in brackets
 */
record HostPort(String host, int port) {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?");
  private static final int LAST_PORT = 65_535;

  static HostPort parse(String text, int defaultPort) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidStoreUrlException("\"" + text + "\" is not a host, or host:port.");
    }
    int port = matcher.group(2) == null ? defaultPort : Integer.parseInt(matcher.group(2));
    if (port < 1 || port > LAST_PORT) {
      throw new InvalidStoreUrlException("There is no port " + port + ".");
    }
    return new HostPort(matcher.group(1), port);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
