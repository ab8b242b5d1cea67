package org.billingsso.store;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;

/** Six real Redis servers: three primaries that share the slots, and a replica of each. */
public final class RedisCluster implements AutoCloseable {
  private static final int PRIMARIES = 3;
  private static final int SLOTS = 16_384;

  private final List<RedisProcess> nodes = new ArrayList<>();

  private RedisCluster() throws IOException {
    for (int i = 0; i < 2 * PRIMARIES; i++) {
      nodes.add(
          RedisProcess.start(
              "cluster-enabled yes",
              "cluster-node-timeout 1000",
              "appendonly yes",
              "appendfsync always"));
    }
  }

  public static RedisCluster start() throws IOException {
    RedisCluster cluster = new RedisCluster();
    cluster.form();
    return cluster;
  }

  private void form() {
    HostAndPort first = nodes.get(0).address();
    nodes.forEach(node -> node.ask(jedis -> jedis.clusterMeet(first.getHost(), first.getPort())));
    for (int i = 0; i < PRIMARIES; i++) {
      int[] slots = IntStream.range(SLOTS * i / PRIMARIES, SLOTS * (i + 1) / PRIMARIES).toArray();
      nodes.get(i).ask(jedis -> jedis.clusterAddSlots(slots));
    }
    await().until(() -> nodes.stream().allMatch(node -> knows(node, nodes.size())));
    for (int i = 0; i < PRIMARIES; i++) {
      String primary = nodes.get(i).ask(Jedis::clusterMyId);
      nodes.get(PRIMARIES + i).ask(jedis -> jedis.clusterReplicate(primary));
    }
    awaitHealth();
  }

  private static boolean knows(RedisProcess node, int count) {
    return node.ask(Jedis::clusterInfo).contains("cluster_known_nodes:" + count + "\r");
  }

  /** Until every slot is served and every primary has its replica. */
  void awaitHealth() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                nodes.stream().filter(RedisProcess::isUp).allMatch(RedisCluster::isServing)
                    && nodes.stream().filter(this::hasReplica).count() == PRIMARIES);
  }

  private static boolean isServing(RedisProcess node) {
    return node.ask(Jedis::clusterInfo).contains("cluster_state:ok");
  }

  private boolean hasReplica(RedisProcess node) {
    return node.isUp()
        && node.ask(jedis -> jedis.info("replication"))
            .lines()
            .anyMatch(line -> line.contains("state=online"));
  }

  /** All of its servers. */
  public String url() {
    return "redis://" + String.join(",", nodes.stream().map(node -> "" + node.address()).toList());
  }

  /** How many connections gateways have to its servers. */
  public long connections() {
    return nodes.stream().mapToLong(RedisProcess::connections).sum();
  }

  RedisProcess node(int number) {
    return nodes.get(number);
  }

  @Override
  public void close() {
    nodes.forEach(RedisProcess::close);
  }
}
