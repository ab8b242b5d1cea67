package org.billingsso;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.billingsso.http.Forwarding;
import org.billingsso.http.HostPattern;
import org.billingsso.http.HttpSettings;
import org.billingsso.http.PublicUrl;
import org.billingsso.http.RequestPace;

/** Settings of a server on loopback and a free port, but for what is chosen. */
public final class LoopbackSettings {
  private static final HttpSettings USUAL = HttpSettings.onLoopback(0);

  private String host = USUAL.host();
  private Optional<PublicUrl> publicUrl = USUAL.publicUrl();
  private List<HostPattern> allowedHosts = USUAL.allowedHosts();
  private int maximumBodyBytes = USUAL.maximumBodyBytes();
  private Duration idleTimeout = USUAL.idleTimeout();
  private int maximumConnections = USUAL.maximumConnections();
  private RequestPace pace = USUAL.pace();
  private Forwarding forwarding = USUAL.forwarding();

  public LoopbackSettings host(String other) {
    host = other;
    return this;
  }

  public LoopbackSettings publicUrl(String url) {
    publicUrl = Optional.of(PublicUrl.parse(url));
    return this;
  }

  public LoopbackSettings allowedHosts(HostPattern... hosts) {
    allowedHosts = List.of(hosts);
    return this;
  }

  public LoopbackSettings maximumBodyBytes(int bytes) {
    maximumBodyBytes = bytes;
    return this;
  }

  public LoopbackSettings idleTimeout(Duration time) {
    idleTimeout = time;
    return this;
  }

  public LoopbackSettings maximumConnections(int connections) {
    maximumConnections = connections;
    return this;
  }

  public LoopbackSettings pace(RequestPace other) {
    pace = other;
    return this;
  }

  public LoopbackSettings forwarding(Forwarding proxies) {
    forwarding = proxies;
    return this;
  }

  public HttpSettings build() {
    return new HttpSettings(
        host,
        USUAL.port(),
        publicUrl,
        allowedHosts,
        maximumBodyBytes,
        idleTimeout,
        maximumConnections,
        pace,
        forwarding);
  }
}
