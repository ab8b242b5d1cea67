package org.billingsso.chargebee;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.billingsso.http.Origin;
import org.billingsso.signon.Address;

/**
 * The domains to which a site's login may send a browser: each with its subdomains, on the usual
 * ports of web servers, and on any port of the machine itself.
 *
 * @param domains bare domains or addresses
 */
record Whitelist(List<String> domains) {
  private static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443, 9001);
  private static final Pattern LOCALHOST = Pattern.compile("(.+\\.)?localhost");

  boolean admits(Origin origin) {
    return (PORTS.contains(origin.port()) || isLoopback(origin.host()))
        && domains.stream()
            .map(domain -> domain.toLowerCase(Locale.ROOT))
            .anyMatch(domain -> isWithin(origin.host(), domain));
  }

  private static boolean isWithin(String host, String domain) {
    return host.equals(domain) || (host.endsWith("." + domain) && Address.parse(domain).isEmpty());
  }

  private static boolean isLoopback(String host) {
    Optional<Address> address = Address.parse(host);
    return LOCALHOST.matcher(host).matches()
        || address.filter(literal -> literal.value().isLoopbackAddress()).isPresent();
  }
}
