package org.billingsso.config;

import java.time.DateTimeException;
import java.util.Map;
import java.util.function.Function;

/**
 * A type whose values are one word or text in a file. The text is read as it stands, whatever YAML
 * would make of it: {@code NO} is a country, {@code 0042} a reference of four digits.
 *
 * @param parse refuses with a sentence that begins with "must be" or is whole
 * @param schema what JSON Schema says about it
 */
record ValueType(Function<String, ?> parse, Map<String, Object> schema) {

  /** A type whose parser does not say what it wants: we do. */
  static ValueType expecting(String what, Function<String, ?> parse, Map<String, Object> schema) {
    return new ValueType(
        text -> {
          try {
            return parse.apply(text);
          } catch (IllegalArgumentException | DateTimeException refused) {
            throw new IllegalArgumentException("must be " + what, refused);
          }
        },
        schema);
  }

  /** The value of a text, or of none where a list or mapping is written. */
  Object read(String text) {
    return parse.apply(text);
  }
}
