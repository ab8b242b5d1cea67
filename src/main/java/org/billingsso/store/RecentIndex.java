package org.billingsso.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which records of a kind were inserted last, for people who look in: one sorted set per kind,
 * which holds no more than {@value #MOST}. The way of a sign-on pays nothing for it: insertions are
 * gathered here and written together later, at most that many of each kind. What a crash loses of
 * them is missing from the index, never from the store.
 */
final class RecentIndex {
  static final int MOST = 1_000;

  private final RedisServers servers;
  private final Map<Kind, NavigableMap<Long, String>> gathered = new HashMap<>();

  RecentIndex(RedisServers servers) {
    this.servers = servers;
  }

  synchronized void inserted(Key key, long insertion) {
    NavigableMap<Long, String> recent =
        gathered.computeIfAbsent(key.kind(), unused -> new TreeMap<>());
    recent.put(insertion, key.id());
    if (recent.size() > MOST) {
      recent.pollFirstEntry();
    }
  }

  /** Writes what was gathered. */
  void flush() {
    take().forEach(this::write);
  }

  private synchronized Map<Kind, NavigableMap<Long, String>> take() {
    Map<Kind, NavigableMap<Long, String>> taken = new HashMap<>(gathered);
    gathered.clear();
    return taken;
  }

  private void write(Kind kind, Map<Long, String> recent) {
    Map<String, Double> scores = new HashMap<>();
    recent.forEach((insertion, id) -> scores.put(id, (double) insertion));
    servers.run(RedisServers.COMMANDS.zadd(name(kind), scores));
    servers.run(RedisServers.COMMANDS.zremrangeByRank(name(kind), 0, -(MOST + 1)));
  }

  /** Keys of the newest records, the newest first; some may be gone since. */
  List<Key> newest(Kind kind) {
    flush();
    return servers.run(RedisServers.COMMANDS.zrevrange(name(kind), 0, -1)).stream()
        .map(id -> new Key(kind, id))
        .toList();
  }

  private static String name(Kind kind) {
    return "gateway-newest:" + kind.name();
  }
}
