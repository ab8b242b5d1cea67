package org.billingsso.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.billingsso.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A chore that fails. */
class HousekeepingTest {
  private static final Duration PAUSE = Duration.ofMillis(5);

  private final AtomicInteger rounds = new AtomicInteger();
  private volatile boolean failing = true;

  static List<Throwable> everything() {
    return List.of(
        new StoreException("The disk is full."),
        new IllegalStateException("unexpected"),
        new AssertionError("impossible"),
        new StackOverflowError("deep"),
        new OutOfMemoryError("none left"));
  }

  @ParameterizedTest
  @MethodSource("everything")
  void isDoneAgainWhateverItThrowsAndReportedOnce(Throwable thrown) {
    try (CapturedLog log = CapturedLog.of(Housekeeping.class);
        Housekeeping housekeeping = Housekeeping.start(PAUSE, () -> work(thrown))) {
      await().until(() -> rounds.get() > 3);
      assertThat(housekeeping.problem())
          .hasValueSatisfying(problem -> assertThat(problem).contains(thrown.getMessage()));
      assertThat(log.lines()).hasSize(1);

      failing = false;

      await().until(() -> housekeeping.problem().isEmpty());
    }
  }

  @Test
  void isShownByTheStoreAndEndsNoOtherStoresChores() throws Exception {
    TestClock clock = new TestClock();
    try (MovableStore broken =
            new MemoryStore(
                () -> {
                  throw new IllegalStateException("no time");
                },
                Integer.MAX_VALUE,
                PAUSE);
        MovableStore working = new MemoryStore(clock, Integer.MAX_VALUE, PAUSE)) {
      working.insert(Records.someKey(), Records.body("one"), clock.instant());

      await().until(() -> broken.housekeepingProblem().isPresent());
      await().until(() -> isEmpty(working));
      assertThat(working.housekeepingProblem()).isEmpty();
      assertThat(new StoreProbe(broken, clock).housekeepingProblem())
          .hasValueSatisfying(problem -> assertThat(problem).contains("no time"));
    }
  }

  @Test
  void ofAStoreThatIsClosedIsDoneNoMore() {
    Housekeeping closed = Housekeeping.start(PAUSE, () -> work(new StoreException("one")));
    await().until(() -> rounds.get() > 1);
    closed.close();
    AtomicInteger others = new AtomicInteger();
    try (Housekeeping other = Housekeeping.start(PAUSE, () -> others.incrementAndGet() < 0)) {
      await().until(() -> others.get() > 0);
      int before = rounds.get();
      await().until(() -> others.get() > 5);
      assertThat(rounds).hasValue(before);
      assertThat(other.problem()).isEmpty();
    }
  }

  @Test
  void ofAThousandStoresNeedsOneThread() {
    List<MemoryStore> stores = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      stores.add(new MemoryStore(new TestClock()));
    }

    assertThat(
            Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("store-housekeeping")))
        .hasSize(1);
    stores.forEach(MemoryStore::close);
  }

  private boolean work(Throwable thrown) {
    rounds.incrementAndGet();
    if (failing) {
      if (thrown instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) thrown;
    }
    return false;
  }

  private static boolean isEmpty(MovableStore store) {
    AtomicInteger records = new AtomicInteger();
    store.forEach(entry -> records.incrementAndGet());
    return records.get() == 0;
  }
}
