package org.billingsso.portal;

import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.billingsso.directory.Money;

/** How pages write dates, times and amounts: in English, times in UTC. */
public final class Wording {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MM/uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Wording() {}

  /** Such as {@code 14 March 2026}. */
  public static String date(LocalDate date) {
    return DATE.format(date);
  }

  /** Such as {@code 12/2031}, as cards have it. */
  public static String month(YearMonth month) {
    return MONTH.format(month);
  }

  /** Such as {@code 14 March 2026, 09:30:00 UTC}. */
  public static String moment(Instant moment) {
    return MOMENT.format(moment);
  }

  /** Such as {@code 7,450.50 EUR}. */
  public static String money(Money money) {
    DecimalFormat format = new DecimalFormat("#,##0", new DecimalFormatSymbols(Locale.ENGLISH));
    format.setMinimumFractionDigits(money.amount().scale());
    format.setRoundingMode(RoundingMode.UNNECESSARY);
    return format.format(money.amount()) + " " + money.currency().getCurrencyCode();
  }

  /** Such as {@code Paid}: a state's name as a word. */
  public static String state(Enum<?> state) {
    return state.name().charAt(0) + state.name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** Such as {@code English} for {@code en}. */
  public static String language(String code) {
    return Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
  }

  /** A text as the value of a query's parameter. */
  public static String inQuery(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** Such as {@code 3.2 s}, {@code 4 min 10 s}, {@code 2 h 5 min} or {@code 3 days}. */
  static String span(Duration span) {
    if (span.toMinutes() == 0) {
      long tenths = span.toMillis() / 100;
      return tenths / 10 + "." + tenths % 10 + " s";
    }
    if (span.toHours() == 0) {
      return span.toMinutes() + " min " + span.toSecondsPart() + " s";
    }
    if (span.toDays() == 0) {
      return span.toHours() + " h " + span.toMinutesPart() + " min";
    }
    return span.toDays() == 1 ? "1 day" : span.toDays() + " days";
  }
}
