package org.billingsso.http;

import java.util.Optional;

/**
 * How the server is reached.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 picks a free one
 * @param publicUrl where clients and browsers find it; empty: where each request says it went
 * @param maximumBodyBytes the longest request body that is read, after decompression
 * @param forwarding which proxies are believed
 */
public record HttpSettings(
    String host,
    int port,
    Optional<Origin> publicUrl,
    int maximumBodyBytes,
    Forwarding forwarding) {

  /** Loopback only, without a proxy, bodies up to 1 MiB. */
  public static HttpSettings onLoopback(int port) {
    return new HttpSettings("127.0.0.1", port, Optional.empty(), 1 << 20, Forwarding.none());
  }
}
