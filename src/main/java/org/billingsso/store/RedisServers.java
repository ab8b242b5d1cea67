package org.billingsso.store;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.CommandObjects;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.Response;
import redis.clients.jedis.ScanIteration;
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

  private static final Duration REPLICATION_TIMEOUT = Duration.ofSeconds(1);

  private final RedisUrl url;
  private final UnifiedJedis client;
  private final Optional<CommandPipeline> pipeline;
  private volatile boolean closed;

  private RedisServers(RedisUrl url, UnifiedJedis client) {
    this.url = url;
    this.client = client;
    this.pipeline =
        client instanceof RedisClient single
            ? Optional.of(new CommandPipeline(single.getPool(), this::unanswered))
            : Optional.empty();
  }

  static RedisServers open(RedisUrl url) {
    return new RedisServers(url, RedisClients.open(url));
  }

  /** Answers what the command does. */
  <T> T run(CommandObject<T> command) {
    refuseIfClosed();
    try {
      return pipeline.isPresent() ? pipeline.get().run(command) : client.executeCommand(command);
    } catch (JedisNoScriptException e) {
      throw e;
    } catch (JedisException e) {
      throw pipeline.isPresent() ? failed(e) : failedOrUnanswered(e);
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
      throw failedOrUnanswered(e);
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
          pipeline.waitReplicas(key, url.waitReplicas(), REPLICATION_TIMEOUT.toMillis());
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

  /** Where nobody tells whether the command was sent before the connection broke. */
  private StoreException failedOrUnanswered(JedisException e) {
    return RedisFailure.isUnreachable(e) ? unanswered(e) : failed(e);
  }

  private StoreException unanswered(RuntimeException e) {
    dropIdleConnections();
    return closed ? StoreException.closedMeanwhile(e) : new RedisFailure(url).unanswered(e);
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
