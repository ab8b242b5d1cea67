package org.billingsso.config;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Single values, lists and {@code Optional}s of them, as a file gives them. */
final class Written {
  private Written() {}

  /** As a value of JSON; nothing for an empty list or {@code Optional}. */
  static Optional<Object> asJson(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.flatMap(Written::asJson);
    }
    if (value instanceof List<?> list) {
      return list.isEmpty()
          ? Optional.empty()
          : Optional.of(list.stream().map(Written::text).toList());
    }
    return Optional.of(value instanceof Boolean || value instanceof Integer ? value : text(value));
  }

  /** As YAML in one line; nothing for an empty list or {@code Optional}. */
  static Optional<String> asText(Object value) {
    return asJson(value)
        .map(
            json ->
                json instanceof List<?> list
                    ? list.stream().map(String::valueOf).collect(joining(", ", "[", "]"))
                    : json.toString());
  }

  /** A single value. */
  static String text(Object value) {
    if (value instanceof Duration duration) {
      return text(duration);
    }
    return value instanceof Enum<?> word
        ? word.toString().toLowerCase(Locale.ROOT).replace('_', '-')
        : value.toString();
  }

  private static String text(Duration duration) {
    if (duration.toNanosPart() != 0) {
      return duration.toString();
    }
    if (duration.toSecondsPart() != 0) {
      return duration.toSeconds() + "s";
    }
    if (duration.toMinutesPart() != 0) {
      return duration.toMinutes() + "m";
    }
    return duration.toHoursPart() == 0 ? duration.toDays() + "d" : duration.toHours() + "h";
  }
}
