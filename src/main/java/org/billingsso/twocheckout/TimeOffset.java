package org.billingsso.twocheckout;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How far one time is from another; negative where it is earlier. */
record TimeOffset(Duration value) {
  private static final Duration ZONE_STEP = Duration.ofMinutes(30);
  private static final int ZONE_STEPS = 14 * 2;

  /** Where clocks are not on the half hour, in minutes: Nepal, Eucla, Chatham and its summer. */
  private static final int[] QUARTERS = {5 * 60 + 45, 8 * 60 + 45, 12 * 60 + 45, 13 * 60 + 45};

  private static final Duration ZONE_JITTER = Duration.ofMinutes(2);
  private static final Duration SHOWN_IN_DAYS = Duration.ofDays(2);

  /** Seconds up to so many, in both directions, the nearest first. */
  static Stream<TimeOffset> secondsUpTo(int seconds) {
    return inBothDirections(Duration.ofSeconds(1), seconds);
  }

  /** Every distance from UTC at which a time zone may be. */
  static Stream<TimeOffset> zones() {
    return Stream.concat(
        inBothDirections(ZONE_STEP, ZONE_STEPS),
        IntStream.of(QUARTERS)
            .mapToObj(Duration::ofMinutes)
            .flatMap(offset -> inBothDirections(offset, 1)));
  }

  private static Stream<TimeOffset> inBothDirections(Duration step, int steps) {
    return IntStream.rangeClosed(1, steps)
        .mapToObj(step::multipliedBy)
        .flatMap(offset -> Stream.of(offset, offset.negated()))
        .map(TimeOffset::new);
  }

  /** The time zone whose local time is this far from UTC, give or take two minutes. */
  Optional<ZoneOffset> zone() {
    return zones()
        .filter(zone -> zone.value.minus(value).abs().compareTo(ZONE_JITTER) <= 0)
        .map(zone -> ZoneOffset.ofTotalSeconds((int) zone.value.toSeconds()))
        .findFirst();
  }

  /** Such as "7200 s ahead of" or "12 days behind". */
  String inWords(String later, String earlier) {
    Duration distance = value.abs();
    return (distance.compareTo(SHOWN_IN_DAYS) < 0
            ? distance.toSeconds() + " s "
            : distance.toDays() + " days ")
        + (value.isNegative() ? earlier : later);
  }
}
