package org.billingsso.http;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.billingsso.signon.Address;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;

/**
 * Who the client is and which address of ours it used, behind proxies or not. What a proxy adds is
 * believed only where the peer is a trusted one: then the client is the right-most hop that is not
 * a trusted proxy itself, since everything to the left of that may be the client's invention.
 *
 * @param trusted the proxies whose word counts
 * @param header the header they write
 */
public record Forwarding(List<AddressRange> trusted, ForwardedBy header) {

  /** The two ways proxies tell whom they speak for. */
  public enum ForwardedBy {
    /** {@code X-Forwarded-For}, {@code -Proto} and {@code -Host}. */
    X_FORWARDED,
    /** {@code Forwarded} of RFC 7239. */
    FORWARDED
  }

  /** Believes nobody: the client is the socket's peer. */
  public static Forwarding none() {
    return new Forwarding(List.of(), ForwardedBy.X_FORWARDED);
  }

  Address client(Request request) {
    Address address = peer(request);
    if (!isTrusted(address)) {
      return address;
    }
    for (String said : said(request.getHeaders(), "for")) {
      Optional<Address> hop = address(said);
      if (hop.isEmpty()) {
        return address;
      }
      address = hop.get();
      if (!isTrusted(address)) {
        return address;
      }
    }
    return address;
  }

  /**
   * Scheme, host and port as the client saw them, such as {@code https://sso.example.com}; empty
   * where the request has no host, as in HTTP/1.0.
   *
   * @throws HttpError 400 where what it has is no host
   */
  Optional<Origin> origin(Request request) {
    HttpURI uri = request.getHttpURI();
    try {
      if (trusted.isEmpty() || !isTrusted(peer(request))) {
        return uri.getHost() == null
            ? Optional.empty()
            : Optional.of(Origin.of(uri.getScheme(), uri.getHost(), uri.getPort()));
      }
      HttpFields headers = request.getHeaders();
      String scheme =
          forwarded(headers, "proto").filter(Forwarding::isHttp).orElse(uri.getScheme());
      return forwarded(headers, "host")
          .or(() -> Optional.ofNullable(uri.getAuthority()))
          .map(authority -> Origin.parse(scheme + "://" + authority));
    } catch (IllegalArgumentException notAnOrigin) {
      throw new HttpError(400, "The host is not one");
    }
  }

  private boolean isTrusted(Address address) {
    for (AddressRange range : trusted) {
      if (range.contains(address)) {
        return true;
      }
    }
    return false;
  }

  /** What the nearest proxy says, which it says last. */
  private Optional<String> forwarded(HttpFields headers, String parameter) {
    return said(headers, parameter).stream().findFirst();
  }

  /** What proxies say of that, the nearest first. */
  private List<String> said(HttpFields headers, String parameter) {
    return header == ForwardedBy.X_FORWARDED
        ? HeaderList.lastFirst(headers, "X-Forwarded-" + parameter).stream()
            .map(HeaderList::unquoted)
            .toList()
        : parameters(headers, parameter);
  }

  private static List<String> parameters(HttpFields headers, String name) {
    List<String> values = new ArrayList<>();
    for (String hop : HeaderList.lastFirst(headers, "Forwarded")) {
      for (String pair : HeaderList.split(hop, ';')) {
        String[] nameAndValue = pair.split("=", 2);
        if (nameAndValue.length == 2 && nameAndValue[0].strip().equalsIgnoreCase(name)) {
          values.add(HeaderList.unquoted(nameAndValue[1].strip()));
        }
      }
    }
    return values;
  }

  /** A hop without the port that some proxies write. */
  private static Optional<Address> address(String hop) {
    if (hop.startsWith("[") && hop.contains("]")) {
      return Address.parse(hop.substring(1, hop.indexOf(']')));
    }
    int colon = hop.indexOf(':');
    boolean onlyOneColon = colon >= 0 && colon == hop.lastIndexOf(':');
    return Address.parse(onlyOneColon ? hop.substring(0, colon) : hop);
  }

  /** The socket's other end, whoever that speaks for. */
  Address peer(Request request) {
    if (request.getConnectionMetaData().getRemoteSocketAddress()
        instanceof InetSocketAddress peer) {
      return new Address(peer.getAddress());
    }
    throw new HttpError(400, "The peer has no IP address");
  }

  private static boolean isHttp(String scheme) {
    return scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
  }
}
