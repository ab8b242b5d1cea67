package org.billingsso.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.billingsso.TestClock;
import org.billingsso.http.RateLimit.Quota;
import org.billingsso.store.Race;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How calls are counted in windows of the clock. */
class RateLimitTest {
  private final TestClock clock = new TestClock();
  private final RateLimit limit = new RateLimit(3, Duration.ofMinutes(1));

  @BeforeEach
  void standAtTheBeginningOfAMinute() {
    clock.set(Instant.parse("2026-11-01T12:00:00Z"));
  }

  @Test
  void countsDownAndSaysWhichCallWasOneTooMany() {
    assertThat(limit.take("ada", clock.instant())).isEqualTo(quota(2, false));
    assertThat(limit.take("ada", clock.instant())).isEqualTo(quota(1, false));
    assertThat(limit.take("ada", clock.instant())).isEqualTo(quota(0, false));
    assertThat(limit.take("ada", clock.instant())).isEqualTo(quota(0, true));
  }

  @Test
  void countsEachCallerAlone() {
    limit.take("ada", clock.instant());
    assertThat(limit.take("grace", clock.instant())).isEqualTo(quota(2, false));
  }

  @Test
  void beginsAnewWithTheNextMinuteOfTheClock() {
    for (int call = 0; call < 4; call++) {
      limit.take("ada", clock.instant());
    }
    clock.set(Instant.parse("2026-11-01T12:00:59.999Z"));
    assertThat(limit.take("ada", clock.instant()).exceeded()).isTrue();
    clock.set(Instant.parse("2026-11-01T12:01:00Z"));
    assertThat(limit.take("ada", clock.instant())).isEqualTo(quota(2, false));
  }

  @Test
  void locksNobodyOutForLongerThanAWindowWhereTheClockGoesBack() {
    for (int call = 0; call < 4; call++) {
      limit.take("ada", clock.instant());
    }
    clock.advance(Duration.ofDays(-3));
    assertThat(limit.look("ada", clock.instant())).isEqualTo(quota(3, false));
    assertThat(limit.take("ada", clock.instant())).isEqualTo(quota(2, false));
  }

  @Test
  void tellsTheTimeUntilTheNextWindowInSecondsThatAreLongEnough() {
    clock.set(Instant.parse("2026-11-01T12:00:20.001Z"));
    assertThat(limit.take("ada", clock.instant()).reset()).isEqualTo(Duration.ofMillis(39_999));
    assertThat(limit.take("ada", clock.instant()).resetSeconds()).isEqualTo(40);
    clock.set(Instant.parse("2026-11-01T12:00:59.999Z"));
    assertThat(limit.take("ada", clock.instant()).resetSeconds()).isEqualTo(1);
  }

  @Test
  void tellsWhatIsLeftWithoutCounting() {
    limit.take("ada", clock.instant());
    assertThat(limit.look("ada", clock.instant())).isEqualTo(quota(2, false));
    assertThat(limit.look("ada", clock.instant())).isEqualTo(quota(2, false));
    assertThat(limit.look("nobody", clock.instant())).isEqualTo(quota(3, false));
    clock.advance(Duration.ofMinutes(1));
    assertThat(limit.look("ada", clock.instant())).isEqualTo(quota(3, false));
  }

  @Test
  void losesNoCallOfManyAtOnce() throws Exception {
    RateLimit wide = new RateLimit(100, Duration.ofDays(1));
    Race.of(64, runner -> () -> wide.take("ada", clock.instant()));
    assertThat(wide.take("ada", clock.instant()).remaining()).isEqualTo(35);
  }

  private static Quota quota(int remaining, boolean exceeded) {
    return new Quota(3, remaining, Duration.ofMinutes(1), exceeded);
  }
}
