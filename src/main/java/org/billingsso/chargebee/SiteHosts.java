package org.billingsso.chargebee;

import java.util.Optional;
import java.util.stream.Stream;
import org.billingsso.http.Exchange;

/**
 * Which site a browser is at: the one that the first label of the host names, as in {@code
 * demo.portal.example}; the directory's first where the host names none.
 */
record SiteHosts(Sites sites) {

  /** The site; empty where the directory has none at all. */
  Optional<Site> siteOf(Exchange request) {
    return Stream.of(request.host(), request.origin().host())
        .map(host -> host.split("\\.", 2)[0])
        .flatMap(label -> sites.find(label).stream())
        .findFirst()
        .or(() -> sites.all().stream().findFirst());
  }
}
