package org.billingsso.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billingsso.store.Records.LATER;
import static org.billingsso.store.Records.body;
import static org.billingsso.store.Records.keys;
import static org.billingsso.store.Records.someKey;
import static org.billingsso.store.Records.someKind;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What engines promise besides that keep records beyond the process. */
abstract class DurableStoreContract extends StoreContract {

  /** Where {@link #open} finds the records. */
  abstract String url();

  /** Puts an end to writing. */
  @FunctionalInterface
  interface Blow {
    void strike(RecordWriter writer) throws Exception;
  }

  /** What a writer of that kind was answered until a blow in the middle of its work ended it. */
  List<String> answeredUntil(Kind kind, Blow blow) throws Exception {
    List<String> answered = new ArrayList<>();
    try (RecordWriter writer = RecordWriter.start(url(), kind, Integer.MAX_VALUE)) {
      answered.addAll(writer.next(1_000));
      blow.strike(writer);
      answered.addAll(writer.next(Integer.MAX_VALUE));
    }
    assertThat(answered).hasSizeGreaterThanOrEqualTo(1_000);
    return answered;
  }

  void assertKept(Kind kind, List<String> answered) {
    assertThat(answered)
        .allSatisfy(line -> assertThat(RecordWriter.isKept(line, kind, store)).isTrue());
  }

  @Nested
  class Reopening {
    @Test
    void findsEverythingAsItWas() throws Exception {
      Kind kind = someKind();
      Key kept = someKey(kind);
      Key replaced = someKey(kind);
      Key removed = someKey(kind);
      List.of(kept, replaced, removed).forEach(key -> store.insert(key, body("one"), LATER));
      store.replace(replaced, 1, body("two"), LATER.plusMillis(1));
      store.remove(removed);
      store.close();

      store = open();

      assertThat(store.get(kept)).hasValueSatisfying(isEntry(kept, 1, "one", LATER));
      assertThat(store.get(replaced))
          .hasValueSatisfying(isEntry(replaced, 2, "two", LATER.plusMillis(1)));
      assertThat(store.get(removed)).isEmpty();
      assertThat(keys(kind, store)).containsExactlyInAnyOrder(replaced, kept);
      assertThat(store.insert(kept, body("again"), LATER)).isFalse();
    }

    @Test
    void showsWhatAnotherOpenStoreWrites() throws Exception {
      Key key = someKey();
      try (Store other = open()) {
        other.insert(key, body("one"), LATER);

        assertThat(store.replace(key, 1, body("two"), LATER)).isTrue();
        assertThat(other.replace(key, 1, body("three"), LATER)).isFalse();
        assertThat(other.get(key)).hasValueSatisfying(isEntry(key, 2, "two", LATER));
      }
    }
  }

  @Nested
  class TwoProcesses {
    @Test
    void neverBothWin() throws Exception {
      int count = 200;
      Kind kind = someKind();
      List<String> answered = new ArrayList<>();
      try (RecordWriter one = RecordWriter.start(url(), kind, count);
          RecordWriter other = RecordWriter.start(url(), kind, count)) {
        answered.addAll(one.next(Integer.MAX_VALUE));
        answered.addAll(other.next(Integer.MAX_VALUE));
      }

      assertThat(answered).hasSize(2 * count).doesNotHaveDuplicates();
    }
  }
}
