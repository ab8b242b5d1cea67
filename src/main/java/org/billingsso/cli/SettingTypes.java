package org.billingsso.cli;

import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.billingsso.http.AddressRange;
import org.billingsso.http.Origin;
import org.billingsso.store.StoreUrl;

/** The types that a setting's value may have: each is one {@link Word}, or a list of them. */
final class SettingTypes extends SimpleModule {
  private static final long serialVersionUID = 1;
  private static final Pattern ONE_UNIT = Pattern.compile("([0-9]{1,9})([smhd])");
  private static final List<Class<?>> WRITTEN_AS_TEXT =
      List.of(Duration.class, Path.class, AddressRange.class, Origin.class, StoreUrl.class);

  SettingTypes() {
    read(String.class, text -> text);
    read(int.class, expecting("a whole number", Integer::valueOf));
    read(boolean.class, expecting("true or false", SettingTypes::truth));
    read(
        Duration.class,
        expecting("longer than nothing, such as 10s, 10m, 1h, 1d or PT1H30M", SettingTypes::time));
    read(Path.class, expecting("the path of a file", SettingTypes::path));
    read(
        AddressRange.class,
        expecting(
            "an IP address or a block such as 10.0.0.0/8",
            text -> AddressRange.parse(text).orElseThrow(IllegalArgumentException::new)));
    read(Origin.class, Origin::parse);
    read(StoreUrl.class, StoreUrl::parse);
    setDeserializerModifier(new EnumsAsWords());
    WRITTEN_AS_TEXT.forEach(type -> addSerializer(type, ToStringSerializer.instance));
  }

  private <T> void read(Class<T> type, Function<String, ? extends T> parse) {
    addDeserializer(type, new Word<>(type, parse));
  }

  /** Refuses with what the text must be, whatever the parser has to say about it. */
  static <T> Function<String, T> expecting(String what, Function<String, T> parse) {
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
