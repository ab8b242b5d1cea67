package org.billingsso.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.billingsso.TestClock;
import org.billingsso.store.Entry;
import org.billingsso.store.Key;
import org.billingsso.store.Kind;
import org.billingsso.store.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a world forgets whose clock is moved. */
class RetentionTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Key KEY = new Key(new Kind("link"), "one");

  private final TestClock real = new TestClock();
  private final WorldClock clock = new WorldClock(real);
  private final MemoryStore store = new MemoryStore(real);
  private final WorldStore world = new WorldStore(store, clock);

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aWorldWhoseClockWasMovedAheadAndBackForgetsNothing() {
    insert(DAY);
    clock.advance(Duration.ofDays(30));
    sweep();
    clock.advance(Duration.ofDays(-30));

    assertThat(world.get(KEY)).isPresent();
  }

  @Test
  void whatWasWrittenInTheFutureIsThereUntilItsTimeComes() {
    clock.advance(Duration.ofDays(30));
    insert(DAY);
    clock.reset();
    real.advance(Duration.ofDays(31).minusMillis(1));
    sweep();
    assertThat(world.get(KEY)).isPresent();

    real.advance(Duration.ofMillis(1));
    sweep();
    assertThat(world.get(KEY)).isEmpty();
  }

  @Test
  void whatWasWrittenInThePastIsKeptAsLongAsItWouldBeToday() {
    clock.advance(Duration.ofDays(-400));
    insert(DAY);
    clock.reset();
    sweep();
    assertThat(world.get(KEY)).isPresent();

    real.advance(DAY);
    sweep();
    assertThat(world.get(KEY)).isEmpty();
  }

  @Test
  void aReplacementIsKeptByTheClockAtTheTimeOfReplacing() {
    insert(DAY);
    clock.advance(Duration.ofDays(-400));
    world.replace(KEY, 1, new byte[0], clock.instant().plus(DAY));
    clock.reset();
    real.advance(DAY.minusMillis(1));
    sweep();

    assertThat(world.get(KEY)).isPresent();
  }

  @Test
  void aClockThatNobodyMovesKeepsExactlyAsLongAsIsSaid() {
    insert(DAY);

    assertThat(store.get(KEY))
        .hasValueSatisfying(
            entry -> assertThat(entry.keepUntil()).isEqualTo(TestClock.START.plus(DAY)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void nothingIsForgottenBeforeItsTimeHoweverTheClockIsMoved(long seed) {
    Random random = new Random(seed);
    List<Written> all = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      clock.set(real.instant().plus(days(random, 60)).minus(days(random, 60)));
      Key key = new Key(KEY.kind(), "record" + i);
      Duration keepFor = days(random, 5).plusMillis(1);
      Instant keepUntil = clock.instant().plus(keepFor);
      world.insert(key, new byte[0], keepUntil);
      all.add(new Written(key, keepUntil, real.instant().plus(keepFor)));
      real.advance(days(random, 1));
      sweep();
      assertThat(all.stream().filter(written -> written.isInTime(real.instant())))
          .allSatisfy(written -> assertThat(world.get(written.key())).isPresent());
    }
  }

  /** What the world said to keep until when, and when that span is over in real time. */
  private record Written(Key key, Instant keepUntil, Instant spanEnd) {
    boolean isInTime(Instant real) {
      return real.isBefore(keepUntil) || real.isBefore(spanEnd);
    }
  }

  private static Duration days(Random random, int most) {
    return Duration.ofMillis((long) (random.nextDouble() * most * DAY.toMillis()));
  }

  private void insert(Duration keepFor) {
    world.insert(KEY, new byte[0], clock.instant().plus(keepFor));
  }

  /** As the store does after a while. */
  private void sweep() {
    List<Entry> over = new ArrayList<>();
    store.forEach(
        entry ->
            over.addAll(entry.keepUntil().isAfter(real.instant()) ? List.of() : List.of(entry)));
    over.forEach(entry -> store.remove(entry.key()));
  }
}
