package org.billingsso.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records in this process's memory: the fastest engine, which forgets everything when the process
 * ends. One map per kind, from the id to a {@link Slot}; about 300 bytes a record with an id of 64
 * characters and a body of 100 bytes.
 */
public final class MemoryStore implements MovableStore {
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final ConcurrentMap<Kind, ConcurrentMap<String, Slot>> kinds = new ConcurrentHashMap<>();
  private final AtomicInteger records = new AtomicInteger();
  private final InstantSource clock;
  private final int maximumRecords;
  private final Housekeeping housekeeping;
  private volatile boolean closed;

  /** What a record consists of beside its key. Compared by identity, which makes it a version. */
  private static final class Slot {
    final long version;
    final long keepUntil;
    final byte[] body;

    Slot(long version, byte[] body, Instant keepUntil) {
      this.version = version;
      this.keepUntil = keepUntil.toEpochMilli();
      this.body = Entry.checkedBody(body);
    }

    Entry entry(Key key) {
      return new Entry(key, version, body, Instant.ofEpochMilli(keepUntil));
    }
  }

  /**
   * An empty store.
   *
   * @param clock says when a record's time is over
   */
  public MemoryStore(InstantSource clock) {
    this(clock, Integer.MAX_VALUE);
  }

  /**
   * An empty store that refuses to hold too much.
   *
   * @param maximumRecords one more is a {@link StoreException}, until the time of another is over
   */
  public MemoryStore(InstantSource clock, int maximumRecords) {
    this(clock, maximumRecords, PAUSE);
  }

  MemoryStore(InstantSource clock, int maximumRecords, Duration pause) {
    this.clock = clock;
    this.maximumRecords = maximumRecords;
    this.housekeeping = Housekeeping.start(pause, this::sweep);
  }

  @Override
  public Optional<Entry> get(Key key) {
    Slot slot = slots(key.kind()).get(key.id());
    return slot == null ? Optional.empty() : Optional.of(slot.entry(key));
  }

  @Override
  public boolean insert(Key key, byte[] body, Instant keepUntil) {
    return add(slots(key.kind()), key.id(), new Slot(Entry.FIRST_VERSION, body, keepUntil));
  }

  private boolean add(ConcurrentMap<String, Slot> slots, String id, Slot slot) {
    if (records.incrementAndGet() > maximumRecords) {
      records.decrementAndGet();
      if (slots.containsKey(id)) {
        return false;
      }
      throw new StoreException(
          "The store in memory holds "
              + maximumRecords
              + " records and takes no more until the time of some is over.");
    }
    boolean added = slots.putIfAbsent(id, slot) == null;
    if (!added) {
      records.decrementAndGet();
    }
    return added;
  }

  @Override
  public boolean replace(Key key, long version, byte[] body, Instant keepUntil) {
    Slot replacement = new Slot(version + 1, body, keepUntil);
    ConcurrentMap<String, Slot> slots = slots(key.kind());
    @Nullable Slot old = slots.get(key.id());
    return old != null && old.version == version && slots.replace(key.id(), old, replacement);
  }

  @Override
  public void remove(Key key) {
    if (slots(key.kind()).remove(key.id()) != null) {
      records.decrementAndGet();
    }
  }

  @Override
  public void forEach(Consumer<Entry> visitor) {
    refuseIfClosed();
    kinds.forEach(
        (kind, slots) ->
            slots.forEach((id, slot) -> visitor.accept(slot.entry(new Key(kind, id)))));
  }

  @Override
  public boolean restore(Entry entry) {
    String id = entry.key().id();
    Slot restored = new Slot(entry.version(), entry.body(), entry.keepUntil());
    ConcurrentMap<String, Slot> slots = slots(entry.key().kind());
    while (true) {
      @Nullable Slot there = slots.get(id);
      if (there != null && there.version >= restored.version) {
        return false;
      }
      if (there == null ? add(slots, id, restored) : slots.replace(id, there, restored)) {
        return true;
      }
    }
  }

  @Override
  public Optional<String> housekeepingProblem() {
    return housekeeping.problem();
  }

  @Override
  public void close() {
    closed = true;
    housekeeping.close();
    kinds.clear();
  }

  private ConcurrentMap<String, Slot> slots(Kind kind) {
    refuseIfClosed();
    @Nullable ConcurrentMap<String, Slot> slots = kinds.get(kind);
    return slots == null ? kinds.computeIfAbsent(kind, unused -> new ConcurrentHashMap<>()) : slots;
  }

  private void refuseIfClosed() {
    if (closed) {
      throw StoreException.closed();
    }
  }

  /** Passes over all records; the maps let others read and write meanwhile. */
  private boolean sweep() {
    long now = clock.millis();
    kinds
        .values()
        .forEach(
            slots ->
                slots.forEach(
                    (id, slot) -> {
                      if (slot.keepUntil <= now && slots.remove(id, slot)) {
                        records.decrementAndGet();
                      }
                    }));
    return false;
  }
}
