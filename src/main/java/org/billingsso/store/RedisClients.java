package org.billingsso.store;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/** Makes the client of one Redis server or of a cluster, whichever the servers say they are. */
final class RedisClients {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Duration TOPOLOGY_REFRESH = Duration.ofSeconds(10);
  private static final int ATTEMPTS = 3;

  private RedisClients() {}

  /**
   * A client of the servers, which have been looked at.
   *
   * @throws StoreException where they cannot be used; then nothing stays open
   */
  static UnifiedJedis open(RedisUrl url) {
    JedisClientConfig config = config(url);
    Set<HostAndPort> seeds =
        url.address().servers().stream()
            .map(server -> new HostAndPort(server.host(), server.port()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    try {
      boolean cluster = isCluster(url, seeds, config);
      UnifiedJedis client =
          cluster ? cluster(url, seeds, config) : single(url, seeds.iterator().next(), config);
      boolean checked = false;
      try {
        RedisDurability.check(url, nodes(client, seeds), config);
        checked = true;
        return client;
      } finally {
        if (!checked) {
          client.close();
        }
      }
    } catch (JedisException e) {
      throw new RedisFailure(url).of(e);
    }
  }

  /** The first of the servers that answers says whether it is part of a cluster. */
  private static boolean isCluster(RedisUrl url, Set<HostAndPort> seeds, JedisClientConfig config) {
    JedisException silence = new JedisConnectionException("No server answers");
    for (HostAndPort seed : seeds) {
      try (Jedis server = new Jedis(seed, config)) {
        boolean cluster = server.info("cluster").contains("cluster_enabled:1");
        if (!cluster && seeds.size() > 1) {
          throw new StoreException(
              "The store " + url + " is not a cluster; name one server in the store URL.");
        }
        return cluster;
      } catch (JedisConnectionException e) {
        silence = e;
      }
    }
    throw silence;
  }

  private static JedisClientConfig config(RedisUrl url) {
    DefaultJedisClientConfig.Builder config =
        DefaultJedisClientConfig.builder()
            .resp2()
            .user(url.address().user().orElse(null))
            .password(url.address().password().orElse(null))
            .clientName("billing-sso-gateway")
            .connectionTimeoutMillis(Math.toIntExact(TIMEOUT.toMillis()))
            .socketTimeoutMillis(Math.toIntExact(TIMEOUT.toMillis()));
    if (url.tls()) {
      config.sslOptions(SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build());
    }
    return config.build();
  }

  private static ConnectionPoolConfig pool(RedisUrl url) {
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(url.connections());
    pool.setMaxIdle(url.connections());
    pool.setMaxWait(TIMEOUT);
    pool.setFairness(true);
    return pool;
  }

  private static UnifiedJedis single(RedisUrl url, HostAndPort server, JedisClientConfig config) {
    return RedisClient.builder()
        .hostAndPort(server)
        .clientConfig(config)
        .poolConfig(pool(url))
        .build();
  }

  private static UnifiedJedis cluster(
      RedisUrl url, Set<HostAndPort> seeds, JedisClientConfig config) {
    return RedisClusterClient.builder()
        .nodes(seeds)
        .clientConfig(config)
        .poolConfig(pool(url))
        .maxAttempts(ATTEMPTS)
        .maxTotalRetriesDuration(TIMEOUT)
        .topologyRefreshPeriod(TOPOLOGY_REFRESH)
        .build();
  }

  private static Set<HostAndPort> nodes(UnifiedJedis client, Set<HostAndPort> seeds) {
    return client instanceof RedisClusterClient cluster
        ? cluster.getClusterNodes().keySet().stream()
            .map(HostAndPort::from)
            .collect(Collectors.toSet())
        : seeds;
  }
}
