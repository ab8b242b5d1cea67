package org.billingsso.store;

import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code redis://user:password@host:6379}, or {@code rediss://} over TLS. Of a cluster, one node or
 * several, separated by commas, are enough to find the others.
 */
record RedisUrl(ServerAddress address, boolean tls) implements StoreUrl {
  private static final int PORT = 6_379;
  private static final int FEW_CONNECTIONS = 16;
  private static final int MOST_CONNECTIONS = 1_000;
  private static final int MOST_REPLICAS = 5;
  private static final Set<String> PARAMETERS =
      new TreeSet<>(Set.of("connections", "waitReplicas"));

  static RedisUrl parse(String rest, boolean tls) {
    RedisUrl url =
        new RedisUrl(
            ServerAddress.parse(rest, PORT, "redis://user:password@host:6379", PARAMETERS), tls);
    url.connections();
    url.waitReplicas();
    if (!url.address().path().isEmpty()) {
      throw new InvalidStoreUrlException(
          "Nothing may follow the hosts of a Redis but parameters, as in redis://host:6379/?waitReplicas=1.");
    }
    return url;
  }

  /** How many connections to each server are kept at most. */
  int connections() {
    return address.number("connections", FEW_CONNECTIONS, 1, MOST_CONNECTIONS);
  }

  /** How many replicas have to have a write before it is answered. */
  int waitReplicas() {
    return address.number("waitReplicas", 0, 0, MOST_REPLICAS);
  }

  @Override
  public MovableStore open(InstantSource clock) {
    return RedisStore.open(this, clock);
  }

  @Override
  public String toString() {
    return (tls ? "rediss:" : "redis:") + address;
  }
}
