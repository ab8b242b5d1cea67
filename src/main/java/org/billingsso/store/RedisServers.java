package org.billingsso.store;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.CommandObjects;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.Response;
import redis.clients.jedis.ScanIteration;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/**
 * The way to one Redis server or to a cluster. Whatever the servers do, a command fails within
 * seconds rather than hang, and the next one tries afresh.
 */
final class RedisServers implements AutoCloseable {
  static final CommandObjects COMMANDS = new CommandObjects(RedisProtocol.RESP2);

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration REPLICATION = Duration.ofSeconds(1);
  private static final Duration TOPOLOGY = Duration.ofSeconds(10);
  private static final int ATTEMPTS = 3;

  private final RedisUrl url;
  private final UnifiedJedis client;
  private final SharedTrips trips;
  private volatile boolean closed;

  private RedisServers(RedisUrl url, UnifiedJedis client) {
    this.url = url;
    this.client = client;
    this.trips = new SharedTrips(client);
  }

  static RedisServers open(RedisUrl url) {
    JedisClientConfig config = config(url);
    Set<HostAndPort> seeds =
        url.address().endpoints().stream()
            .map(endpoint -> new HostAndPort(endpoint.host(), endpoint.port()))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    try {
      boolean cluster = isCluster(url, seeds, config);
      UnifiedJedis client =
          cluster ? cluster(url, seeds, config) : single(url, seeds.iterator().next(), config);
      RedisServers servers = new RedisServers(url, client);
      RedisDurability.check(url, servers.nodes(seeds), config);
      return servers;
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
            .connectionTimeoutMillis(Math.toIntExact(PATIENCE.toMillis()))
            .socketTimeoutMillis(Math.toIntExact(PATIENCE.toMillis()));
    if (url.tls()) {
      config.sslOptions(SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build());
    }
    return config.build();
  }

  private static ConnectionPoolConfig pool(RedisUrl url) {
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(url.connections());
    pool.setMaxIdle(url.connections());
    pool.setMaxWait(PATIENCE);
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
        .maxTotalRetriesDuration(PATIENCE)
        .topologyRefreshPeriod(TOPOLOGY)
        .build();
  }

  private Set<HostAndPort> nodes(Set<HostAndPort> seeds) {
    return client instanceof RedisClusterClient cluster
        ? cluster.getClusterNodes().keySet().stream()
            .map(HostAndPort::from)
            .collect(Collectors.toSet())
        : seeds;
  }

  /** Answers what the command does. */
  <T> T run(CommandObject<T> command) {
    refuseIfClosed();
    try {
      return client instanceof RedisClient ? trips.make(command) : client.executeCommand(command);
    } catch (JedisNoScriptException e) {
      throw e;
    } catch (JedisException e) {
      throw failed(e);
    }
  }

  /** Answers what the command does once as many replicas as wanted have it too. */
  <T> T write(byte[] key, CommandObject<T> command) {
    if (url.waitReplicas() == 0 || closed) {
      return run(command);
    }
    try {
      return replicatedWhereverItIs(key, command);
    } catch (JedisNoScriptException e) {
      throw e;
    } catch (JedisException e) {
      throw failed(e);
    }
  }

  /** A pipeline, unlike a single command, does not follow a slot that has moved. */
  private <T> T replicatedWhereverItIs(byte[] key, CommandObject<T> command) {
    try {
      return replicated(key, command);
    } catch (JedisRedirectionException e) {
      ((RedisClusterClient) client).refreshClusterTopology();
      return replicated(key, command);
    }
  }

  /** In one round trip: only the connection that wrote can wait for its write. */
  private <T> T replicated(byte[] key, CommandObject<T> command) {
    try (AbstractPipeline pipeline = client.pipelined()) {
      Response<T> answer = pipeline.executeCommand(command);
      Response<Long> replicas =
          pipeline.waitReplicas(key, url.waitReplicas(), REPLICATION.toMillis());
      pipeline.sync();
      T result = answer.get();
      if (replicas.get() < url.waitReplicas()) {
        throw new StoreException(
            "The store "
                + url
                + " has a write on "
                + replicas.get()
                + " replicas only, not "
                + url.waitReplicas()
                + ". Bring the replicas back, or lower waitReplicas in the store URL.");
      }
      return result;
    }
  }

  /** The keys that match, on all servers, batch by batch; a key may come twice. */
  void scan(String pattern, int batch, Consumer<Collection<String>> keys) {
    refuseIfClosed();
    try {
      ScanIteration scan = client.scanIteration(batch, pattern);
      while (!scan.isIterationCompleted()) {
        keys.accept(scan.nextBatchList());
      }
    } catch (JedisException e) {
      throw failed(e);
    }
  }

  List<byte[]> read(List<byte[]> keys) {
    refuseIfClosed();
    try {
      return client.mget(keys.toArray(byte[][]::new));
    } catch (JedisException e) {
      throw failed(e);
    }
  }

  private void refuseIfClosed() {
    if (closed) {
      throw StoreException.closed();
    }
  }

  private StoreException failed(JedisException e) {
    if (closed) {
      return StoreException.closed();
    }
    if (e instanceof JedisConnectionException) {
      dropIdleConnections();
    }
    return new RedisFailure(url).of(e);
  }

  /** After one broke, the others are likely broken too, and each would cost a request. */
  private void dropIdleConnections() {
    if (client instanceof RedisClient single) {
      single.getPool().clear();
    } else if (client instanceof RedisClusterClient cluster) {
      cluster.getClusterNodes().values().forEach(pool -> pool.clear());
    }
  }

  @Override
  public void close() {
    closed = true;
    client.close();
  }
}
