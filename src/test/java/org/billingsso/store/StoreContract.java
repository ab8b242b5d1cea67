package org.billingsso.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.billingsso.store.Records.LATER;
import static org.billingsso.store.Records.START;
import static org.billingsso.store.Records.body;
import static org.billingsso.store.Records.keys;
import static org.billingsso.store.Records.someBody;
import static org.billingsso.store.Records.someKey;
import static org.billingsso.store.Records.someKind;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.billingsso.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Store} promises, to be kept by every engine. */
abstract class StoreContract {
  private static final int THREADS = 64;

  final TestClock clock = new TestClock();
  MovableStore store;

  /** Opens the engine; one that keeps records finds those of before. */
  abstract MovableStore open() throws Exception;

  @BeforeEach
  void openStore() throws Exception {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Nested
  class Inserting {
    @Test
    void makesARecordReadable() {
      Key key = someKey();

      assertThat(store.insert(key, body("one"), LATER)).isTrue();

      assertThat(store.get(key)).hasValueSatisfying(isEntry(key, 1, "one", LATER));
    }

    @Test
    void refusesAKeyThatExistsAndLeavesItsRecordAlone() {
      Key key = someKey();
      store.insert(key, body("one"), LATER);

      assertThat(store.insert(key, body("two"), LATER.plusSeconds(1))).isFalse();

      assertThat(store.get(key)).hasValueSatisfying(isEntry(key, 1, "one", LATER));
    }

    @Test
    void letsExactlyOneOfManyWin() throws Exception {
      for (int round = 0; round < 20; round++) {
        Key key = someKey();

        List<Boolean> answers =
            Race.of(THREADS, number -> () -> store.insert(key, body("by " + number), LATER));

        assertThat(Collections.frequency(answers, true)).isEqualTo(1);
        assertThat(store.get(key))
            .hasValueSatisfying(isEntry(key, 1, "by " + answers.indexOf(true), LATER));
      }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 8_191, Store.LARGEST_BODY})
    void takesBodiesOfAnyBytesUpToTheLargest(int length) {
      Key key = someKey();
      byte[] body = someBody(length);

      store.insert(key, body, LATER);

      assertThat(store.get(key))
          .hasValueSatisfying(entry -> assertThat(entry.body()).isEqualTo(body));
    }

    @Test
    void refusesALargerBody() {
      Key key = someKey();

      assertThatThrownBy(() -> store.insert(key, someBody(Store.LARGEST_BODY + 1), LATER))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("65537")
          .hasMessageContaining("65536");
      assertThat(store.get(key)).isEmpty();
    }
  }

  @Nested
  class Getting {
    @Test
    void findsNothingUnderAKeyThatWasNeverInserted() {
      assertThat(store.get(someKey())).isEmpty();
    }

    @Test
    void neverConfusesKinds() {
      Key link = new Key(someKind(), "a:b");
      Key session = new Key(someKind(), "a:b");
      store.insert(link, body("link"), LATER);

      assertThat(store.get(session)).isEmpty();
      assertThat(store.replace(session, 1, body("no"), LATER)).isFalse();
      assertThat(store.insert(session, body("session"), LATER)).isTrue();
      store.remove(session);

      assertThat(store.get(link)).hasValueSatisfying(isEntry(link, 1, "link", LATER));
    }

    @Test
    void tellsIdsApartThatDifferInCaseOnlyAndTakesAllThatAKeyAllows() {
      Kind kind = someKind();
      String printable =
          IntStream.range('!', 0x7f).mapToObj(Character::toString).reduce("", String::concat);
      List<Key> keys =
          List.of(
              new Key(kind, "abc"),
              new Key(kind, "ABC"),
              new Key(kind, printable),
              new Key(kind, "x".repeat(128)),
              new Key(kind, "x".repeat(127)));

      keys.forEach(
          key -> assertThat(store.insert(key, body(key.id().substring(1)), LATER)).isTrue());

      assertThat(keys)
          .allSatisfy(
              key ->
                  assertThat(store.get(key))
                      .hasValueSatisfying(isEntry(key, 1, key.id().substring(1), LATER)));
    }
  }

  @Nested
  class Replacing {
    @Test
    void changesBodyVersionAndTime() {
      Key key = someKey();
      store.insert(key, body("one"), LATER);

      assertThat(store.replace(key, 1, body("two"), LATER.plusMillis(1))).isTrue();

      assertThat(store.get(key)).hasValueSatisfying(isEntry(key, 2, "two", LATER.plusMillis(1)));
    }

    @Test
    void refusesAVersionThatIsOver() {
      Key key = someKey();
      store.insert(key, body("one"), LATER);
      store.replace(key, 1, body("two"), LATER);

      assertThat(store.replace(key, 1, body("three"), LATER)).isFalse();
      assertThat(store.replace(key, 3, body("three"), LATER)).isFalse();

      assertThat(store.get(key)).hasValueSatisfying(isEntry(key, 2, "two", LATER));
    }

    @Test
    void refusesWhereThereIsNoRecord() {
      Key key = someKey();

      assertThat(store.replace(key, 1, body("one"), LATER)).isFalse();

      assertThat(store.get(key)).isEmpty();
    }

    @Test
    void letsExactlyOneOfManyWin() throws Exception {
      for (int round = 0; round < 20; round++) {
        Key key = someKey();
        store.insert(key, body("one"), LATER);

        List<Boolean> answers =
            Race.of(THREADS, number -> () -> store.replace(key, 1, body("by " + number), LATER));

        assertThat(Collections.frequency(answers, true)).isEqualTo(1);
        assertThat(store.get(key))
            .hasValueSatisfying(isEntry(key, 2, "by " + answers.indexOf(true), LATER));
      }
    }

    @Test
    void losesNoUpdateOfManyThatTryUntilTheySucceed() throws Exception {
      Key key = someKey();
      store.insert(key, body("0"), LATER);

      Race.of(16, number -> () -> countUp(key, 10));

      assertThat(store.get(key)).hasValueSatisfying(isEntry(key, 161, "160", LATER));
    }

    private boolean countUp(Key key, int times) {
      int done = 0;
      while (done < times) {
        Entry entry = store.get(key).orElseThrow();
        int count = Integer.parseInt(Records.text(entry));
        if (store.replace(key, entry.version(), body("" + (count + 1)), LATER)) {
          done++;
        }
      }
      return true;
    }

    @Test
    void refusesALargerBody() {
      Key key = someKey();
      store.insert(key, body("one"), LATER);

      assertThatThrownBy(() -> store.replace(key, 1, someBody(Store.LARGEST_BODY + 1), LATER))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class Removing {
    @Test
    void makesTheRecordUnreadable() {
      Key key = someKey();
      store.insert(key, body("one"), LATER);

      store.remove(key);

      assertThat(store.get(key)).isEmpty();
      assertThat(store.replace(key, 1, body("two"), LATER)).isFalse();
    }

    @Test
    void doesNothingWhereThereIsNoRecord() {
      Key key = someKey();

      store.remove(key);

      assertThat(store.insert(key, body("one"), LATER)).isTrue();
    }

    @Test
    void letsTheKeyBeginAnew() {
      Key key = someKey();
      store.insert(key, body("one"), LATER);
      store.replace(key, 1, body("two"), LATER);
      store.remove(key);

      assertThat(store.insert(key, body("three"), LATER)).isTrue();

      assertThat(store.get(key)).hasValueSatisfying(isEntry(key, 1, "three", LATER));
    }
  }

  @Nested
  class Keeping {
    @Test
    void isToTheMillisecond() {
      Key key = someKey();
      Instant until = START.plusMillis(86_400_789);

      store.insert(key, body("one"), until.plusNanos(999_999));

      assertThat(store.get(key)).hasValueSatisfying(isEntry(key, 1, "one", until));
    }

    @Test
    void endsSoonAfterTheTimeAndNotBefore() {
      Key shorter = someKey();
      Key longer = someKey();
      store.insert(shorter, body("shorter"), START.plusMillis(1_000));
      store.insert(longer, body("longer"), START.plusMillis(1_000).plus(longer()));

      clock.set(START.plusMillis(1_000));

      await().until(() -> store.get(shorter).isEmpty());
      assertThat(store.get(longer)).isPresent();
    }

    @Test
    void isProlongedByReplacing() {
      Key prolonged = someKey();
      Key shortened = someKey();
      store.insert(prolonged, body("one"), START.plusMillis(1_000));
      store.insert(shortened, body("one"), START.plusMillis(60_000));
      store.replace(prolonged, 1, body("two"), START.plusMillis(60_000));
      store.replace(shortened, 1, body("two"), START.plusMillis(1_000));

      clock.set(START.plusMillis(1_000));

      await().until(() -> store.get(shortened).isEmpty());
      assertThat(store.get(prolonged)).isPresent();
    }

    @Test
    void endsForMoreRecordsThanOneBatchHolds() {
      Kind kind = someKind();
      for (int i = 0; i < 1_200; i++) {
        store.insert(someKey(kind), body("" + i), START.plusMillis(1_000));
      }
      Key kept = someKey(kind);
      store.insert(kept, body("kept"), LATER);

      clock.set(START.plusMillis(1_000));

      await().untilAsserted(() -> assertThat(keys(kind, store)).containsExactly(kept));
    }
  }

  /** By how much a record's time has to be longer than another's to survive it for certain. */
  Duration longer() {
    return Duration.ofMillis(1);
  }

  @Nested
  class Moving {
    @Test
    void showsEveryRecordAsItIs() {
      Kind kind = someKind();
      List<Key> keys = IntStream.range(0, 1_200).mapToObj(number -> someKey(kind)).toList();
      keys.forEach(key -> store.insert(key, body("one"), LATER));
      store.replace(keys.get(7), 1, body("two"), LATER.plusMillis(1));

      Map<Key, Entry> shown = new HashMap<>();
      store.forEach(
          entry -> {
            if (entry.key().kind().equals(kind)) {
              shown.put(entry.key(), entry);
            }
          });

      assertThat(shown).containsOnlyKeys(keys);
      assertThat(Optional.ofNullable(shown.get(keys.get(7))))
          .hasValueSatisfying(isEntry(keys.get(7), 2, "two", LATER.plusMillis(1)));
    }

    @Test
    void takesOverARecordWithItsVersion() {
      Key key = someKey();

      assertThat(store.restore(new Entry(key, 7, body("seven"), LATER))).isTrue();

      assertThat(store.get(key)).hasValueSatisfying(isEntry(key, 7, "seven", LATER));
      assertThat(keys(key.kind(), store)).containsExactly(key);
      assertThat(store.replace(key, 7, body("eight"), LATER)).isTrue();
    }

    @Test
    void keepsTheNewerOfTwoVersions() {
      Key key = someKey();
      store.insert(key, body("one"), LATER);
      store.replace(key, 1, body("two"), LATER);

      assertThat(store.restore(new Entry(key, 1, body("old"), LATER))).isFalse();
      assertThat(store.restore(new Entry(key, 2, body("same"), LATER))).isFalse();
      assertThat(store.get(key)).hasValueSatisfying(isEntry(key, 2, "two", LATER));

      assertThat(store.restore(new Entry(key, 300, body("new"), LATER))).isTrue();
      assertThat(store.get(key)).hasValueSatisfying(isEntry(key, 300, "new", LATER));
    }
  }

  @Nested
  class AClosedStore {
    @Test
    void refusesEveryOperationAndMayBeClosedAgain() {
      Key key = someKey();
      store.insert(key, body("one"), LATER);
      store.close();

      assertThatThrownBy(() -> store.get(key)).isInstanceOf(StoreException.class);
      assertThatThrownBy(() -> store.insert(key, body("two"), LATER))
          .isInstanceOf(StoreException.class);
      assertThatThrownBy(() -> store.replace(key, 1, body("two"), LATER))
          .isInstanceOf(StoreException.class);
      assertThatThrownBy(() -> store.remove(key)).isInstanceOf(StoreException.class);
      assertThatThrownBy(() -> store.forEach(entry -> {}))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("closed");
      store.close();
    }
  }

  @RepeatedTest(10)
  void agreesWithAMapUnderRandomOperations() {
    new RandomOperations(ThreadLocalRandom.current().nextLong(), store).run(100);
  }

  static Consumer<Entry> isEntry(Key key, long version, String text, Instant keepUntil) {
    return entry -> {
      assertThat(entry.key()).isEqualTo(key);
      assertThat(entry.version()).isEqualTo(version);
      assertThat(Records.text(entry)).isEqualTo(text);
      assertThat(entry.keepUntil()).isEqualTo(keepUntil);
    };
  }
}
