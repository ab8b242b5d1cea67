package org.billingsso.twocheckout;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The date of a {@code login}: {@code YYYY-MM-DD HH:MM:SS}, in UTC.
 *
 * @param instant to the second
 */
public record LoginDate(Instant instant) {
  /** How many characters its text has. */
  static final int LENGTH = 19;

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);

  /** The date that the text names; empty where it has another form or there is no such date. */
  public static Optional<LoginDate> parse(String text) {
    if (text.length() != LENGTH) {
      return Optional.empty(); // With a year of another length too, which the format would take.
    }
    try {
      return Optional.of(
          new LoginDate(LocalDateTime.parse(text, FORMAT).toInstant(ZoneOffset.UTC)));
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  /** Whether it is no further than that from now, in either direction. */
  public boolean isWithin(Duration tolerance, Instant now) {
    return from(now).value().abs().compareTo(tolerance) <= 0;
  }

  /** How far it is from now. */
  TimeOffset from(Instant now) {
    return new TimeOffset(Duration.between(now, instant));
  }

  LoginDate plus(Duration offset) {
    return new LoginDate(instant.plus(offset));
  }

  /** The text that goes over the wire. */
  @Override
  public String toString() {
    LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    String text = utc.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
    return utc.getSecond() == 0 ? text + ":00" : text; // Which ISO 8601 leaves out.
  }
}
