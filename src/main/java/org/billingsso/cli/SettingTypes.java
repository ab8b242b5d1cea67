package org.billingsso.cli;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.billingsso.http.AddressRange;
import org.billingsso.http.Origin;
import org.billingsso.store.StoreUrl;

/**
 * The types that a setting may have: words, which are read as they are written, and {@code
 * Optional}s and {@code List}s of them. What a value cannot be is refused by an {@link
 * IllegalArgumentException} with a sentence for people.
 */
final class SettingTypes {
  private static final Map<Class<?>, Function<String, ?>> WORDS =
      Map.of(
          String.class,
          text -> text,
          int.class,
          expecting("a whole number", Integer::valueOf),
          boolean.class,
          expecting("true or false", SettingTypes::truth),
          Duration.class,
          expecting("longer than nothing, such as 10s, 10m, 1h, 1d or PT1H30M", SettingTypes::time),
          Path.class,
          expecting("the path of a file", SettingTypes::path),
          AddressRange.class,
          expecting(
              "an IP address or a block such as 10.0.0.0/8",
              text -> AddressRange.parse(text).orElseThrow(IllegalArgumentException::new)),
          Origin.class,
          Origin::parse,
          StoreUrl.class,
          StoreUrl::parse);
  private static final Pattern ONE_UNIT = Pattern.compile("([0-9]{1,9})([smhd])");

  private SettingTypes() {}

  /** The value of that type that somebody wrote. */
  static Object read(Type type, JsonNode written) {
    if (type instanceof ParameterizedType generic) {
      Type of = generic.getActualTypeArguments()[0];
      return generic.getRawType() == List.class
          ? items(written).map(item -> read(of, item)).toList()
          : Optional.of(read(of, written));
    }
    if (!written.isValueNode()) {
      throw new IllegalArgumentException("must be a single value");
    }
    return word((Class<?>) type).apply(written.asText());
  }

  private static Stream<JsonNode> items(JsonNode written) {
    return written.isArray()
        ? StreamSupport.stream(written.spliterator(), false)
        : Stream.of(written);
  }

  private static Function<String, ?> word(Class<?> type) {
    if (type.isEnum()) {
      return constantOf(type);
    }
    Function<String, ?> word = WORDS.get(type);
    if (word == null) {
      throw new IllegalStateException("No setting can be a " + type);
    }
    return word;
  }

  private static Function<String, ?> constantOf(Class<?> type) {
    Object[] constants = type.getEnumConstants();
    String names = Arrays.stream(constants).map(SettingTypes::name).collect(joining(" or "));
    return expecting(
        names,
        text ->
            Arrays.stream(constants)
                .filter(constant -> name(constant).equals(name(text)))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new));
  }

  private static String name(Object constant) {
    return constant.toString().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Refuses with what the text must be, whatever the parser has to say about it. */
  private static Function<String, ?> expecting(String what, Function<String, ?> parse) {
    return text -> {
      try {
        return parse.apply(text);
      } catch (IllegalArgumentException | DateTimeException refused) {
        throw new IllegalArgumentException("must be " + what, refused);
      }
    };
  }

  private static boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  private static Duration time(String text) {
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

  private static Path path(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException();
    }
    return Path.of(text);
  }
}
