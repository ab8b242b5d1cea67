package org.billingsso.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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
  private final InstantSource clock;
  private final Housekeeping housekeeping;
  private volatile boolean closed;

  /** What a record consists of beside its key. Compared by identity, which makes it a version. */
  private static final class Slot {
    final long version;
    final long keepUntil;
    final byte[] body;

    Slot(long version, long keepUntil, byte[] body) {
      this.version = version;
      this.keepUntil = keepUntil;
      this.body = body;
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
    this(clock, PAUSE);
  }

  MemoryStore(InstantSource clock, Duration pause) {
    this.clock = clock;
    this.housekeeping = Housekeeping.start(pause, this::sweep);
  }

  @Override
  public Optional<Entry> get(Key key) {
    Slot slot = slots(key.kind()).get(key.id());
    return slot == null ? Optional.empty() : Optional.of(slot.entry(key));
  }

  @Override
  public boolean insert(Key key, byte[] body, Instant keepUntil) {
    Slot slot = new Slot(Entry.FIRST_VERSION, keepUntil.toEpochMilli(), Entry.checkedBody(body));
    return slots(key.kind()).putIfAbsent(key.id(), slot) == null;
  }

  @Override
  public boolean replace(Key key, long version, byte[] body, Instant keepUntil) {
    Entry.checkedBody(body);
    ConcurrentMap<String, Slot> slots = slots(key.kind());
    @Nullable Slot old = slots.get(key.id());
    return old != null
        && old.version == version
        && slots.replace(key.id(), old, new Slot(version + 1, keepUntil.toEpochMilli(), body));
  }

  @Override
  public void remove(Key key) {
    slots(key.kind()).remove(key.id());
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
    Slot restored =
        new Slot(
            entry.version(), entry.keepUntil().toEpochMilli(), Entry.checkedBody(entry.body()));
    return slots(entry.key().kind())
            .merge(
                entry.key().id(),
                restored,
                (there, taken) -> there.version < taken.version ? taken : there)
        == restored;
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
    kinds.values().forEach(slots -> slots.values().removeIf(slot -> slot.keepUntil <= now));
    return false;
  }
}
