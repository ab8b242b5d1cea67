package org.billingsso.signon;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
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
  private static final Address HOME = address("198.51.100.7");
  private static final Address ELSEWHERE = address("203.0.113.9");

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

  @Nested
  class OneNetwork {
    @Test
    void triesNoMoreThanSixtyInAMinuteWhoeverTheyAreFor() {
      crowd(HOME);

      assertThat(begin("one more", HOME)).hasValue(ofMinutes(1));
      assertThat(begin("one more", ELSEWHERE)).isEmpty();
      clock.advance(ofSeconds(59));
      assertThat(begin("one more", HOME)).hasValue(ofSeconds(1));
      clock.advance(ofSeconds(1));
      crowd(HOME);
    }

    @Test
    void isTheSixtyFourBitsOfAnAddressOfVersionSix() {
      crowd(address("2001:db8::1"));

      assertThat(begin("one more", address("2001:db8::ffff:ffff:ffff:ffff"))).isPresent();
      assertThat(begin("one more", address("2001:db8:0:1::1"))).isEmpty();
      for (int i = 0; i < 3; i++) {
        assertThat(begin("ada", address("2001:db8:0:2::" + i))).isEmpty();
      }
      assertThat(begin("ada", address("2001:db8:0:2::5"))).hasValue(ofSeconds(1));
    }

    @Test
    void isNotCountedForRightPasswordsAndThoseThatNobodyLookedAt() {
      for (int i = 0; i < 200; i++) {
        Subject user = user("user " + i);
        assertThat(attempts.begin(user, HOME)).isEmpty();
        if (i % 2 == 0) {
          attempts.succeeded(user, HOME);
        } else {
          attempts.notMade(user, HOME);
        }
      }
    }

    @Test
    void isLockedOutNoLongerThanAMinuteWhereTheClockGoesBack() {
      crowd(HOME);
      clock.advance(ofDays(-3));

      assertThat(begin("one more", HOME)).hasValue(ofMinutes(1));
      clock.advance(ofMinutes(1));
      assertThat(begin("one more", HOME)).isEmpty();
    }

    private void crowd(Address from) {
      for (int i = 0; i < 60; i++) {
        assertThat(begin("user " + i, from)).isEmpty();
      }
    }
  }

  @Test
  void anAttemptThatNobodyLookedAtDelaysNone() {
    for (int i = 0; i < 20; i++) {
      assertThat(begin("ada")).isEmpty();
      attempts.notMade(user("ada"), HOME);
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
    return begin(user, HOME);
  }

  private Optional<Duration> begin(String user, Address from) {
    return attempts.begin(user(user), from);
  }

  private static Subject user(String name) {
    return new Subject("demo", "", name);
  }

  private static Address address(String literal) {
    return Address.parse(literal).orElseThrow();
  }
}
