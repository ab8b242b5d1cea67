package org.billingsso.http;

import java.util.Optional;

/**
 * A host, or all hosts below a name.
 *
 * @param host as {@link UrlHost} has it
 * @param below whether the names below are meant, and not the name itself
 */
public record HostPattern(String host, boolean below) {
  private static final String ANY_LABEL = "*.";

  /** Reads {@code sso.example.com}, {@code *.example.com}, {@code 10.0.0.1} or {@code [::1]}. */
  public static Optional<HostPattern> parse(String text) {
    boolean below = text.startsWith(ANY_LABEL);
    return UrlHost.canonical(below ? text.substring(ANY_LABEL.length()) : text)
        .map(HostPattern::withoutDot)
        .map(host -> new HostPattern(host, below));
  }

  /** Whether that host is meant, which is in lower case. */
  boolean admits(String asked) {
    String name = withoutDot(asked);
    return below ? name.endsWith("." + host) : name.equals(host);
  }

  private static String withoutDot(String host) {
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  @Override
  public String toString() {
    return (below ? ANY_LABEL : "") + host;
  }
}
