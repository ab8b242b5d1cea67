package org.billingsso.signon;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.billingsso.TestClock;
import org.billingsso.store.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PasswordAttemptsTest {
  private static final Address HOME = Address.parse("198.51.100.7").orElseThrow();

  private final TestClock clock = new TestClock();
  private final MemoryStore store = new MemoryStore(clock);
  private final PasswordAttempts attempts = new PasswordAttempts(store, clock);

  @AfterEach
  void close() {
    store.close();
  }

  @Nested
  class TheClockGoingBack {
    @Test
    void letsNobodyWaitLongerThanTheDelayItself() {
      wrong(5);
      Duration delay = begin("ada").orElseThrow();
      assertThat(delay).isEqualTo(ofSeconds(4));

      clock.advance(ofDays(-3));

      assertThat(begin("ada")).hasValue(delay);
      clock.advance(delay.minus(ofMillis(1)));
      assertThat(begin("ada")).hasValue(ofMillis(1));
      clock.advance(ofMillis(1));
      assertThat(begin("ada")).isEmpty();
    }

    @Test
    void makesNoGuessFreeThatWasNot() {
      wrong(6);

      clock.advance(ofMillis(-1));

      assertThat(begin("ada")).hasValue(ofSeconds(8));
    }

    @Test
    void forgetsWrongOnesNoLaterThanUsual() {
      wrong(6);
      clock.advance(ofDays(-3));
      assertThat(begin("ada")).isPresent();
      clock.advance(ofHours(1));

      assertThat(begin("ada")).isEmpty();
      assertThat(begin("ada")).isEmpty();
      assertThat(begin("ada")).isEmpty();
      assertThat(begin("ada")).hasValue(ofSeconds(1));
    }
  }

  /** So many wrong passwords of Ada's, each as soon as it may be tried. */
  private void wrong(int number) {
    for (int tried = 0; tried < number; tried++) {
      Optional<Duration> wait = begin("ada");
      if (wait.isPresent()) {
        clock.advance(wait.get());
        assertThat(begin("ada")).isEmpty();
      }
    }
  }

  private Optional<Duration> begin(String user) {
    return attempts.begin(new Subject("demo", "", user), HOME);
  }
}
