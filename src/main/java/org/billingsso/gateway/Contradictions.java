package org.billingsso.gateway;

import java.util.Optional;
import java.util.stream.Stream;
import org.billingsso.config.Contradiction;
import org.billingsso.http.PublicUrl;

/** Finds settings that are possible each but make no sense, or no safe gateway, together. */
final class Contradictions {
  private Contradictions() {}

  /** All that there are, in the order of the settings. */
  static Stream<Contradiction> in(Settings settings) {
    return Stream.of(host(settings), publicUrl(settings), forwarding(settings))
        .flatMap(Optional::stream);
  }

  private static Optional<Contradiction> host(Settings settings) {
    HostName host = new HostName(settings.host());
    if (host.address().isEmpty()) {
      return found("host", "There is no host of that name");
    }
    boolean demoForAll =
        !host.isLoopback() && settings.directory().isEmpty() && !settings.allowDemoDirectory();
    return demoForAll
        ? found(
            "host",
            "Other machines can reach this address, and everybody knows the keys of the demo"
                + " directory; give a directory, or set allowDemoDirectory")
        : Optional.empty();
  }

  private static Optional<Contradiction> publicUrl(Settings settings) {
    boolean realLinksInTheClear =
        settings.directory().isPresent()
            && settings.publicUrl().filter(Contradictions::isInTheClear).isPresent();
    return realLinksInTheClear
        ? found(
            "publicUrl",
            "Login links would cross the network in the clear; take https, or a loopback host")
        : Optional.empty();
  }

  private static Optional<Contradiction> forwarding(Settings settings) {
    if (settings.forwardedBy().isPresent() && settings.trustedProxies().isEmpty()) {
      return found("forwardedBy", "Set trustedProxies too: nobody is believed about the client");
    }
    if (settings.forwardedBy().isEmpty() && !settings.trustedProxies().isEmpty()) {
      return found("trustedProxies", "Set forwardedBy too: which header do the proxies write?");
    }
    return Optional.empty();
  }

  private static boolean isInTheClear(PublicUrl url) {
    return !url.isSecure() && !new HostName(url.origin().host()).isLoopback();
  }

  private static Optional<Contradiction> found(String path, String message) {
    return Optional.of(new Contradiction(path, message));
  }
}
