package org.billingsso.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import redis.clients.jedis.params.SetParams;

/**
 * Records in a Redis that any number of gateways share, one server or a cluster. Each operation is
 * one command on one key, in one round trip. Redis itself drops records whose time is over, as long
 * after the write as the gateway's clock says.
 */
final class RedisStore implements MovableStore {
  private static final int BATCH = 500;

  private static final RedisScript REPLACE =
      new RedisScript(
          """
          if redis.call('GETRANGE', KEYS[1], 0, 7) ~= ARGV[1] then return 0 end
          redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
          return 1
          """);

  private static final RedisScript RESTORE =
      new RedisScript(
          """
          local version = redis.call('GETRANGE', KEYS[1], 0, 7)
          if #version == 8 and struct.unpack('>I8', version) >= struct.unpack('>I8', ARGV[1]) then return 0 end
          redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
          return 1
          """);

  private final RedisServers servers;
  private final InstantSource clock;

  private RedisStore(RedisServers servers, InstantSource clock) {
    this.servers = servers;
    this.clock = clock;
  }

  static RedisStore open(RedisUrl url, InstantSource clock) {
    return new RedisStore(RedisServers.open(url), clock);
  }

  @Override
  public Optional<Entry> get(Key key) {
    byte[] found = servers.run(RedisServers.COMMANDS.get(RedisRecord.key(key)));
    return found == null ? Optional.empty() : Optional.of(RedisRecord.decode(key, found));
  }

  @Override
  public boolean insert(Key key, byte[] body, Instant keepUntil) {
    byte[] name = RedisRecord.key(key);
    byte[] record = RedisRecord.encode(Entry.FIRST_VERSION, Entry.checkedBody(body), keepUntil);
    SetParams once = SetParams.setParams().nx().px(timeToLive(keepUntil));
    return servers.write(name, RedisServers.COMMANDS.set(name, record, once)) != null;
  }

  @Override
  public boolean replace(Key key, long version, byte[] body, Instant keepUntil) {
    return REPLACE.run(
        servers,
        RedisRecord.key(key),
        RedisRecord.encodedVersion(version),
        RedisRecord.encode(version + 1, Entry.checkedBody(body), keepUntil),
        milliseconds(timeToLive(keepUntil)));
  }

  /** Until then by the gateway's clock, counted on the server's; so the two may differ. */
  private long timeToLive(Instant keepUntil) {
    return Math.max(1, keepUntil.toEpochMilli() - clock.millis());
  }

  @Override
  public void remove(Key key) {
    byte[] name = RedisRecord.key(key);
    var unused = servers.write(name, RedisServers.COMMANDS.del(name));
  }

  @Override
  public void forEach(Consumer<Entry> visitor) {
    servers.scan(RedisRecord.pattern(), BATCH, keys -> show(keys.stream().toList(), visitor));
  }

  /** The records of those keys that are still there. */
  private void show(List<String> keys, Consumer<Entry> visitor) {
    List<Key> names = keys.stream().map(RedisRecord::name).toList();
    List<byte[]> records =
        names.isEmpty() ? List.of() : servers.read(names.stream().map(RedisRecord::key).toList());
    for (int i = 0; i < names.size(); i++) {
      if (records.get(i) != null) {
        visitor.accept(RedisRecord.decode(names.get(i), records.get(i)));
      }
    }
  }

  @Override
  public boolean restore(Entry entry) {
    return RESTORE.run(
        servers,
        RedisRecord.key(entry.key()),
        RedisRecord.encode(entry.version(), Entry.checkedBody(entry.body()), entry.keepUntil()),
        milliseconds(timeToLive(entry.keepUntil())));
  }

  private static byte[] milliseconds(long time) {
    return Long.toString(time).getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    servers.close();
  }
}
