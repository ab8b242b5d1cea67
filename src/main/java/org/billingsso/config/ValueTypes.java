package org.billingsso.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of single values that a file may have. Immutable. */
public final class ValueTypes {
  private static final Map<String, Object> TEXT =
      Map.of("type", List.of("string", "number", "boolean"), "pattern", "\\S");
  private static final Pattern ONE_UNIT = Pattern.compile("([0-9]{1,9})([smhd])");

  /** Those of the JDK, as they are written exactly. */
  public static final ValueTypes EXACT = new ValueTypes(exact(), UnaryOperator.identity());

  private final Map<Class<?>, ValueType> types;
  private final UnaryOperator<String> spelling;
  private final Map<Class<?>, ValueType> enumerations = new ConcurrentHashMap<>();

  private ValueTypes(Map<Class<?>, ValueType> types, UnaryOperator<String> spelling) {
    this.spelling = spelling;
    this.types = new HashMap<>(types);
    this.types.put(boolean.class, truth());
    this.types.put(Boolean.class, truth());
  }

  private static Map<Class<?>, ValueType> exact() {
    Map<Class<?>, ValueType> types = new HashMap<>();
    types.put(
        String.class, ValueType.expecting("a text that is not empty", ValueTypes::text, TEXT));
    types.put(
        int.class,
        ValueType.expecting("a whole number", ValueTypes::integer, Map.of("type", "integer")));
    types.put(
        LocalDate.class,
        ValueType.expecting("a date such as 2026-01-31", LocalDate::parse, string("^[0-9-]{10}$")));
    types.put(
        YearMonth.class,
        ValueType.expecting("a month such as 2026-01", YearMonth::parse, string("^[0-9-]{7}$")));
    types.put(
        URI.class,
        ValueType.expecting(
            "a URL that begins with http:// or https://", ValueTypes::url, string("^https?://")));
    types.put(
        Duration.class,
        ValueType.expecting(
            "longer than nothing, such as 10s, 10m, 1h, 1d or PT1H30M",
            ValueTypes::duration,
            string("^([0-9]+[smhd]|P.+)$")));
    types.put(
        Path.class, ValueType.expecting("the path of a file", text -> Path.of(text(text)), TEXT));
    return types;
  }

  private static Map<String, Object> string(String pattern) {
    return Map.of("type", "string", "pattern", pattern);
  }

  /** These, with truth values and the words of enums in any letter case. */
  public ValueTypes inAnyLetterCase() {
    return new ValueTypes(types, text -> text.toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /**
   * These and one more.
   *
   * @param expected what a text must be, for people
   * @param parse throws an {@link IllegalArgumentException} where it is none
   */
  public <T> ValueTypes with(Class<T> type, String expected, Function<String, T> parse) {
    return and(type, ValueType.expecting(expected, parse, TEXT));
  }

  /**
   * These and one more, of texts with a form that JSON Schema can tell.
   *
   * @param pattern which texts may be right
   */
  public <T> ValueTypes with(
      Class<T> type, String expected, Function<String, T> parse, String pattern) {
    return and(type, ValueType.expecting(expected, parse, string(pattern)));
  }

  /**
   * These and one more, whose parser says what it wants.
   *
   * @param parse throws an {@link IllegalArgumentException} with a sentence for people
   * @param pattern which texts may be right
   */
  public <T> ValueTypes with(Class<T> type, Function<String, T> parse, String pattern) {
    return and(type, new ValueType(parse, string(pattern)));
  }

  private ValueTypes and(Class<?> type, ValueType how) {
    Map<Class<?>, ValueType> more = new HashMap<>(types);
    more.put(type, how);
    return new ValueTypes(more, spelling);
  }

  /** How a type is written; nothing where it is not a single value. */
  Optional<ValueType> find(Class<?> type) {
    if (type.isEnum()) {
      return Optional.of(enumerations.computeIfAbsent(type, this::enumeration));
    }
    return Optional.ofNullable(types.get(type));
  }

  private ValueType enumeration(Class<?> type) {
    List<?> constants = List.of(type.getEnumConstants());
    List<String> words = constants.stream().map(Written::text).toList();
    return ValueType.expecting(
        listed(words),
        text ->
            constants.stream()
                .filter(constant -> Written.text(constant).equals(spelling.apply(text)))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new),
        Map.of("enum", words));
  }

  private ValueType truth() {
    return ValueType.expecting(
        "true or false",
        text ->
            switch (spelling.apply(text)) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException();
            },
        Map.of("type", "boolean"));
  }

  /** Such as {@code one, two or three}. */
  private static String listed(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  private static String text(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException();
    }
    return text;
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

  private static Duration duration(String text) {
    Matcher oneUnit = ONE_UNIT.matcher(text);
    Duration time = oneUnit.matches() ? oneUnit(oneUnit) : Duration.parse(text);
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException();
    }
    return time;
  }

  private static Duration oneUnit(Matcher parts) {
    long amount = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }
}
