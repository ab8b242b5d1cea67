package org.billingsso.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.params.SetParams;

/**
 * Records in a Redis that any number of gateways share, one server or a cluster. Each operation is
 * one command on one key, in one round trip. Redis itself drops records whose time is over, as long
 * after the write as the gateway's clock says.
 */
final class RedisStore implements MovableStore {
  private static final Logger log = LoggerFactory.getLogger(RedisStore.class);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int BATCH = 500;
  private static final long MICROS = 1_000;

  private static final RedisScript REPLACE =
      new RedisScript(
          """
          local head = redis.call('GETRANGE', KEYS[1], 0, 15)
          if string.sub(head, 1, 8) ~= ARGV[1] then return 0 end
          local record = ARGV[2] .. string.sub(head, 9) .. ARGV[3]
          redis.call('SET', KEYS[1], record, 'PX', ARGV[4])
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
  private final RecentIndex recent;
  private final InstantSource clock;
  private final Housekeeping housekeeping;
  private final AtomicLong lastInsertion = new AtomicLong();

  private RedisStore(RedisServers servers, InstantSource clock) {
    this.servers = servers;
    this.recent = new RecentIndex(servers);
    this.clock = clock;
    this.housekeeping = Housekeeping.start(PAUSE, this::flush);
  }

  static RedisStore open(RedisUrl url, InstantSource clock) {
    return new RedisStore(RedisServers.open(url), clock);
  }

  @Override
  public Optional<Entry> get(Key key) {
    byte[] found = servers.run(RedisServers.COMMANDS.get(RedisRecord.key(key)));
    return found == null ? Optional.empty() : Optional.of(RedisRecord.decode(key, found).entry());
  }

  @Override
  public boolean insert(Key key, byte[] body, Instant keepUntil) {
    long insertion = nextInsertion();
    RedisRecord record =
        new RedisRecord(
            new Entry(key, Entry.FIRST_VERSION, Bodies.checked(body), keepUntil), insertion);
    byte[] name = RedisRecord.key(key);
    SetParams once = SetParams.setParams().nx().px(timeToLive(keepUntil));
    boolean inserted =
        servers.write(name, RedisServers.COMMANDS.set(name, record.encoded(), once)) != null;
    if (inserted) {
      recent.inserted(key, insertion);
    }
    return inserted;
  }

  private long nextInsertion() {
    return lastInsertion.updateAndGet(last -> Math.max(last + 1, clock.millis() * MICROS));
  }

  @Override
  public boolean replace(Key key, long version, byte[] body, Instant keepUntil) {
    return REPLACE.run(
        servers,
        RedisRecord.key(key),
        RedisRecord.bytes(version),
        RedisRecord.bytes(version + 1),
        RedisRecord.tail(keepUntil, Bodies.checked(body)),
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

  /** From an index, up to as many as that holds; beyond, by a scan of everything. */
  @Override
  public List<Entry> newest(Kind kind, int limit) {
    List<RedisRecord> records =
        limit <= RecentIndex.MOST
            ? records(recent.newest(kind), limit)
            : records(scan(kind), Integer.MAX_VALUE);
    return records.stream()
        .sorted(Comparator.comparingLong(RedisRecord::insertion).reversed())
        .limit(limit)
        .map(RedisRecord::entry)
        .toList();
  }

  private List<Key> scan(Kind kind) {
    return servers.scan(RedisRecord.pattern(kind), BATCH).stream()
        .map(key -> new Key(kind, RedisRecord.id(kind, key)))
        .toList();
  }

  /** The records of those keys that are still there, until they are enough. */
  private List<RedisRecord> records(List<Key> keys, int enough) {
    List<RedisRecord> records = new ArrayList<>();
    for (int from = 0; from < keys.size() && records.size() < enough; from += BATCH) {
      List<Key> batch = keys.subList(from, Math.min(from + BATCH, keys.size()));
      List<byte[]> found = servers.read(batch.stream().map(RedisRecord::key).toList());
      for (int i = 0; i < batch.size(); i++) {
        if (found.get(i) != null) {
          records.add(RedisRecord.decode(batch.get(i), found.get(i)));
        }
      }
    }
    return records;
  }

  @Override
  public void forEach(Consumer<Entry> visitor) {
    servers.scan(
        RedisRecord.pattern(),
        BATCH,
        batch -> {
          List<Key> keys = batch.stream().map(RedisRecord::name).toList();
          records(keys, keys.size()).forEach(record -> visitor.accept(record.entry()));
        });
  }

  @Override
  public boolean restore(Entry entry) {
    Bodies.checked(entry.body());
    RedisRecord record = new RedisRecord(entry, nextInsertion());
    boolean restored =
        RESTORE.run(
            servers,
            RedisRecord.key(entry.key()),
            record.encoded(),
            milliseconds(timeToLive(entry.keepUntil())));
    if (restored) {
      recent.inserted(entry.key(), record.insertion());
    }
    return restored;
  }

  private static byte[] milliseconds(long time) {
    return Long.toString(time).getBytes(StandardCharsets.US_ASCII);
  }

  private boolean flush() {
    recent.flush();
    return false;
  }

  @Override
  public void close() {
    housekeeping.close();
    try {
      recent.flush();
    } catch (StoreException e) {
      log.warn("The newest records will not all be shown: {}", e.getMessage());
    }
    servers.close();
  }
}
