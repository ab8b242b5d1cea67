package org.billingsso.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.billingsso.store.Records.LATER;
import static org.billingsso.store.Records.START;
import static org.billingsso.store.Records.body;
import static org.billingsso.store.Records.someKey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends StoreContract {
  private static final Duration PAUSE = Duration.ofMillis(20);

  @Override
  MovableStore open() {
    return new MemoryStore(clock, Integer.MAX_VALUE, PAUSE);
  }

  @Nested
  class AStoreThatHoldsAsManyRecordsAsItMay {
    private static final int MOST = 100;

    private final MovableStore full = new MemoryStore(clock, MOST, PAUSE);
    private final List<Key> keys = new ArrayList<>();

    AStoreThatHoldsAsManyRecordsAsItMay() {
      for (int i = 0; i < MOST; i++) {
        keys.add(someKey());
        full.insert(keys.get(i), body("one"), i == 0 ? START.plusSeconds(1) : LATER);
      }
    }

    @AfterEach
    void close() {
      full.close();
    }

    @Test
    void takesNoMoreAndGoesOnWithThoseItHas() {
      assertRefused(someKey());
      assertThatThrownBy(() -> full.restore(new Entry(someKey(), 1, body("one"), LATER)))
          .isInstanceOf(StoreException.class);

      assertThat(full.insert(keys.get(1), body("two"), LATER)).isFalse();
      assertThat(full.replace(keys.get(1), 1, body("two"), LATER)).isTrue();
      assertThat(full.restore(new Entry(keys.get(1), 7, body("seven"), LATER))).isTrue();
      assertThat(full.get(keys.get(2))).isPresent();
    }

    @Test
    void takesAsManyAsWereRemoved() {
      full.remove(keys.get(1));
      full.remove(keys.get(1));

      assertThat(full.insert(keys.get(1), body("one"), LATER)).isTrue();
      assertRefused(someKey());
    }

    @Test
    void takesAsManyAsWereDroppedAfterTheirTime() {
      clock.advance(Duration.ofSeconds(1));

      await().until(() -> full.get(keys.get(0)).isEmpty());
      await().ignoreExceptions().until(() -> full.insert(someKey(), body("one"), LATER));
      assertRefused(someKey());
    }

    @Test
    void isNeverExceededByManyAtOnce() throws Exception {
      try (MovableStore half = new MemoryStore(clock, MOST, PAUSE)) {
        Race.of(
            8,
            number ->
                () -> {
                  for (int i = 0; i < MOST; i++) {
                    try {
                      half.insert(someKey(), body("one"), LATER);
                    } catch (StoreException full) {
                      return false;
                    }
                  }
                  return true;
                });

        List<Key> held = new ArrayList<>();
        half.forEach(entry -> held.add(entry.key()));
        assertThat(held).hasSize(MOST);
      }
    }

    private void assertRefused(Key key) {
      assertThatThrownBy(() -> full.insert(key, body("one"), LATER))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("holds 100 records");
      assertThat(full.get(key)).isEmpty();
    }
  }
}
