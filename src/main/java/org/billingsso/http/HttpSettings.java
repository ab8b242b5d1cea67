package org.billingsso.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the server is reached.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 picks a free one
 * @param publicUrl where clients and browsers find it; empty: where each request says it went
 * @param allowedHosts the hosts that requests may be for, besides that of the public URL, the
 *     address listened on and the names of this machine
 * @param maximumBodyBytes the longest request body that is read, after decompression
 * @param idleTimeout how long a connection is kept on which nothing moves
 * @param maximumConnections how many connections there are at once
 * @param pace how slowly requests may come
 * @param forwarding which proxies are believed
 */
public record HttpSettings(
    String host,
    int port,
    Optional<PublicUrl> publicUrl,
    List<HostPattern> allowedHosts,
    int maximumBodyBytes,
    Duration idleTimeout,
    int maximumConnections,
    RequestPace pace,
    Forwarding forwarding) {

  /** Longer than proxies keep theirs, so that no request meets a connection that we just closed. */
  public static final Duration USUAL_IDLE_TIMEOUT = Duration.ofSeconds(75);

  /** Many times what proxies hold; each takes some KB while its request comes. */
  public static final int USUAL_MAXIMUM_CONNECTIONS = 5_000;

  /** Loopback only, without a proxy, bodies up to 1 MiB. */
  public static HttpSettings onLoopback(int port) {
    return new HttpSettings(
        "127.0.0.1",
        port,
        Optional.empty(),
        List.of(),
        1 << 20,
        USUAL_IDLE_TIMEOUT,
        USUAL_MAXIMUM_CONNECTIONS,
        RequestPace.USUAL,
        Forwarding.none());
  }
}
