package org.billingsso.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.util.function.Function;

/**
 * Reads a value from one text, number or truth value, as it is written, and refuses others with a
 * sentence for people.
 */
final class Word<T> extends StdScalarDeserializer<T> {
  private static final long serialVersionUID = 1;

  private final transient Function<String, ? extends T> parse;

  /**
   * @param parse throws an {@link IllegalArgumentException} that says what the text must be
   */
  Word(Class<T> type, Function<String, ? extends T> parse) {
    super(type);
    this.parse = parse;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.currentToken().isScalarValue()) {
      throw refused(parser, "must be a single value");
    }
    try {
      return parse.apply(parser.getText());
    } catch (IllegalArgumentException refused) {
      throw refused(parser, String.valueOf(refused.getMessage()));
    }
  }

  private InvalidFormatException refused(JsonParser parser, String message) {
    return new InvalidFormatException(parser, message, "", handledType());
  }
}
