package org.billingsso.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;

/** Looks at start-up whether the servers' settings let them forget what they have answered. */
final class RedisDurability {
  private static final Logger log = LoggerFactory.getLogger(RedisDurability.class);

  private RedisDurability() {}

  static void check(RedisUrl url, Set<HostAndPort> nodes, JedisClientConfig config) {
    for (HostAndPort node : nodes) {
      try (Jedis server = new Jedis(node, config)) {
        for (String forgetful : forgetful(server)) {
          log.warn(
              "The store {} could forget used links, so that they work again: {} {}",
              url,
              node,
              forgetful);
        }
      } catch (JedisConnectionException e) {
        log.warn("The store {} could not be checked on {}: it does not answer.", url, node);
      }
    }
  }

  private static List<String> forgetful(Jedis server) {
    List<String> found = new ArrayList<>();
    if (server.info("persistence").contains("aof_enabled:0")) {
      found.add("keeps no log of its writes. Set appendonly yes and appendfsync always.");
    } else if (!setting(server, "appendfsync").equals("always")) {
      found.add("may lose the last second of writes in a crash. Set appendfsync always.");
    }
    String memory = server.info("memory");
    if (!memory.contains("maxmemory:0\r") && !memory.contains("maxmemory_policy:noeviction")) {
      found.add("drops records when its memory is full. Set maxmemory-policy noeviction.");
    }
    return found;
  }

  /** Some hosted servers do not tell; then the strict value is not assumed. */
  private static String setting(Jedis server, String name) {
    try {
      return server.configGet(name).getOrDefault(name, "");
    } catch (JedisDataException denied) {
      return "";
    }
  }
}
