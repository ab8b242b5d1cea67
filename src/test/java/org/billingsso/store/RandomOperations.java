package org.billingsso.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billingsso.store.Records.LATER;
import static org.billingsso.store.Records.someKey;
import static org.billingsso.store.Records.someKind;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Does random operations on a store and on a map at once, and finds no difference. A failure names
 * the seed, which repeats it.
 */
final class RandomOperations {
  private final long seed;
  private final Random random;
  private final MovableStore store;
  private final List<Kind> kinds = List.of(someKind(), someKind());
  private final List<Key> keys =
      Stream.generate(() -> kinds)
          .limit(4)
          .flatMap(List::stream)
          .map(kind -> someKey(kind))
          .toList();

  /** What the store should hold. */
  private final Map<Key, Entry> model = new HashMap<>();

  RandomOperations(long seed, MovableStore store) {
    this.seed = seed;
    this.random = new Random(seed);
    this.store = store;
  }

  void run(int steps) {
    for (int step = 0; step < steps; step++) {
      step("seed " + seed + ", step " + step);
    }
    for (Key key : keys) {
      expectSame("seed " + seed + ", at the end", key);
    }
  }

  private void step(String where) {
    Key key = keys.get(random.nextInt(keys.size()));
    switch (random.nextInt(6)) {
      case 0, 1 -> insert(where, key);
      case 2, 3 -> replace(where, key);
      case 4 -> {
        store.remove(key);
        model.remove(key);
      }
      default -> all(where, key.kind());
    }
    expectSame(where, key);
  }

  private void insert(String where, Key key) {
    byte[] body = body();
    Instant keepUntil = keepUntil();
    boolean absent = !model.containsKey(key);

    assertThat(store.insert(key, body, keepUntil)).as(where).isEqualTo(absent);

    if (absent) {
      model.put(key, new Entry(key, Entry.FIRST_VERSION, body, keepUntil));
    }
  }

  private void replace(String where, Key key) {
    long version = 1L + random.nextInt(3);
    byte[] body = body();
    Instant keepUntil = keepUntil();
    Entry held = model.get(key);
    boolean same = held != null && held.version() == version;

    assertThat(store.replace(key, version, body, keepUntil)).as(where).isEqualTo(same);

    if (same) {
      model.put(key, new Entry(key, version + 1, body, keepUntil));
    }
  }

  private void all(String where, Kind kind) {
    assertThat(Records.keys(kind, store))
        .as(where)
        .containsExactlyInAnyOrderElementsOf(
            model.keySet().stream().filter(key -> key.kind().equals(kind)).toList());
  }

  private void expectSame(String where, Key key) {
    Entry expected = model.get(key);
    if (expected == null) {
      assertThat(store.get(key)).as(where).isEmpty();
    } else {
      assertThat(store.get(key))
          .as(where)
          .hasValueSatisfying(
              entry -> assertThat(entry).usingRecursiveComparison().isEqualTo(expected));
    }
  }

  private byte[] body() {
    byte[] body = new byte[random.nextInt(300)];
    random.nextBytes(body);
    return body;
  }

  private Instant keepUntil() {
    return LATER.plusMillis(random.nextInt(1_000_000));
  }
}
