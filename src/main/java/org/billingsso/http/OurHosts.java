package org.billingsso.http;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.billingsso.journal.Diagnosis;
import org.billingsso.signon.Address;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that requests may be for: that of the public URL, those that the operator allows, the
 * address that the request has come to, and the names of this machine for itself. Links are made
 * from the host of a request, so none that a caller invents may become one; and a page whose name
 * was turned to our address in a visitor's browser must not be answered (DNS rebinding).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-7.4">RFC 9110, 7.4 Rejecting
 *     Misdirected Requests</a>
 */
final class OurHosts {
  private static final List<HostPattern> OF_THIS_MACHINE =
      List.of(new HostPattern("localhost", false), new HostPattern("localhost", true));

  /** What decides whether a request is for us, where no proxy is believed. */
  private record Asked(@Nullable String scheme, @Nullable String host, int port, Object local) {
    static Asked by(Request request) {
      HttpURI uri = request.getHttpURI();
      return new Asked(
          uri.getScheme(),
          uri.getHost(),
          uri.getPort(),
          request.getConnectionMetaData().getLocalSocketAddress());
    }
  }

  /** What was asked for and is one of ours. */
  private record Admitted(Asked asked, Origin origin) {}

  private final HttpSettings settings;
  private final List<HostPattern> admitted;

  /** The last that was admitted without a proxy's word: most requests ask for the same. */
  private volatile @Nullable Admitted last;

  OurHosts(HttpSettings settings) {
    this.settings = settings;
    this.admitted = new ArrayList<>(OF_THIS_MACHINE);
    settings
        .publicUrl()
        .ifPresent(url -> admitted.add(new HostPattern(url.origin().host(), false)));
    HostPattern.parse(bracketed(settings.host())).ifPresent(admitted::add);
    admitted.addAll(settings.allowedHosts());
  }

  /**
   * Where the request says that it goes; without a host, where it has come to.
   *
   * @throws HttpError 400 where that is no host, 421 where it is none of ours
   */
  Origin askedFor(Request request) {
    if (!settings.forwarding().trusted().isEmpty()) {
      return admitted(request);
    }
    Asked asked = Asked.by(request);
    Admitted before = last;
    if (before != null && before.asked().equals(asked)) {
      return before.origin();
    }
    Origin origin = admitted(request);
    last = new Admitted(asked, origin);
    return origin;
  }

  private Origin admitted(Request request) {
    Origin asked = settings.forwarding().origin(request).orElseGet(() -> cameTo(request));
    if (!isOurs(asked.host(), request)) {
      throw new HttpError(421, "This server does not answer for the host of this request")
          .because(
              Diagnosis.of("the request is for a host that is none of ours")
                  .seen(asked.host())
                  .expected(
                      admitted.stream().map(HostPattern::toString).collect(Collectors.joining(", "))
                          + " or the address listened on")
                  .setting("allowedHosts"));
    }
    return asked;
  }

  /** The address that the request has come to. */
  static Origin cameTo(Request request) {
    return new Origin(
        "http", localHost(request).orElse("localhost"), Request.getLocalPort(request));
  }

  private boolean isOurs(String host, Request request) {
    for (HostPattern pattern : admitted) {
      if (pattern.admits(host)) {
        return true;
      }
    }
    Optional<Address> literal = Address.parse(unbracketed(host));
    return literal.isPresent()
        && (literal.get().value().isLoopbackAddress()
            || localHost(request).filter(host::equals).isPresent());
  }

  private static Optional<String> localHost(Request request) {
    return request.getConnectionMetaData().getLocalSocketAddress()
            instanceof InetSocketAddress local
        ? Optional.of(bracketed(new Address(local.getAddress()).toString()))
        : Optional.empty();
  }

  private static String bracketed(String host) {
    return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  private static String unbracketed(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }
}
