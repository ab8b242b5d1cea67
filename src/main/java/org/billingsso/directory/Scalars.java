package org.billingsso.directory;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The types whose values are one word or text in the file. The text is read as it stands, whatever
 * YAML would make of it: {@code NO} is a country, {@code 0042} a reference of four digits.
 */
final class Scalars {
  private static final Map<Class<?>, Scalar> KNOWN =
      Map.of(
          String.class, new Scalar("a text that is not empty", Scalars::text),
          boolean.class, new Scalar("true or false", Scalars::bool),
          int.class, new Scalar("an integer", Scalars::integer),
          LocalDate.class, new Scalar("a date such as 2026-01-31", LocalDate::parse),
          YearMonth.class, new Scalar("a month such as 2026-01", YearMonth::parse),
          URI.class, new Scalar("a URL that begins with http:// or https://", Scalars::url),
          Secret.class, new Scalar("a text that is not empty", Secret::of),
          EmailAddress.class, new Scalar("an e-mail address", EmailAddress::new),
          CountryCode.class,
              new Scalar("a country's two capital letters in ISO 3166-1", CountryCode::new),
          Money.class, new Scalar("an amount and a currency such as 39.95 EUR", Money::parse));

  /**
   * One of these types.
   *
   * @param expected what the text must be, for people
   * @param parse throws an {@link IllegalArgumentException} or {@link java.time.DateTimeException}
   */
  record Scalar(String expected, Function<String, Object> parse) {}

  private Scalars() {}

  static Optional<Scalar> of(Class<?> type) {
    return type.isEnum() ? Optional.of(oneOf(type)) : Optional.ofNullable(KNOWN.get(type));
  }

  private static Scalar oneOf(Class<?> type) {
    Object[] constants = type.getEnumConstants();
    return new Scalar(
        Arrays.stream(constants).map(Scalars::word).collect(joining(", ", "one of ", "")),
        text ->
            Arrays.stream(constants)
                .filter(constant -> word(constant).equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new));
  }

  private static String word(Object constant) {
    return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String text(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  private static boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  private static int integer(String text) {
    int value = Integer.parseInt(text);
    if (!text.equals(Integer.toString(value))) {
      throw new IllegalArgumentException();
    }
    return value;
  }

  private static URI url(String text) {
    URI url = URI.create(text);
    if (url.getHost() == null || !text.matches("https?://.*")) {
      throw new IllegalArgumentException();
    }
    return url;
  }
}
