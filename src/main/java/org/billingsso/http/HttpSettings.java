package org.billingsso.http;

import java.time.Duration;
import java.util.Optional;

/**
 * How the server is reached.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 picks a free one
 * @param publicUrl where clients and browsers find it; empty: where each request says it went
 * @param maximumBodyBytes the longest request body that is read, after decompression
 * @param idleTimeout how long a connection is kept on which nothing moves
 * @param forwarding which proxies are believed
 */
public record HttpSettings(
    String host,
    int port,
    Optional<PublicUrl> publicUrl,
    int maximumBodyBytes,
    Duration idleTimeout,
    Forwarding forwarding) {

  /** Longer than proxies keep theirs, so that no request meets a connection that we just closed. */
  public static final Duration USUAL_IDLE_TIMEOUT = Duration.ofSeconds(75);

  /** Loopback only, without a proxy, bodies up to 1 MiB. */
  public static HttpSettings onLoopback(int port) {
    return new HttpSettings(
        "127.0.0.1", port, Optional.empty(), 1 << 20, USUAL_IDLE_TIMEOUT, Forwarding.none());
  }
}
