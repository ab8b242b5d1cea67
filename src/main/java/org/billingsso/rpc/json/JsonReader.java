package org.billingsso.rpc.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import org.billingsso.http.UnicodeText;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Diagnosis;
import org.billingsso.rpc.ProtocolError;
import org.billingsso.rpc.RpcMapper;
import org.jspecify.annotations.Nullable;

/** Reads JSON into a tree that remembers where a key of an object came twice. */
final class JsonReader {
  /** What one call is made of, many times over: values, names, and brackets. */
  private static final int TOKENS_OF_A_CALL = 100;

  private final ObjectReader reader;

  /**
   * @param calls how many there may be in one body; what has parts for many more is not read
   */
  JsonReader(int calls) {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxTokenCount((long) TOKENS_OF_A_CALL * Math.max(1, calls))
            .build();
    reader = RpcMapper.reading(constraints).reader(new Nodes());
  }

  /**
   * The tree of a whole body.
   *
   * @throws ApiRefusal where it is not JSON
   */
  JsonNode read(byte[] body) {
    if (!UnicodeText.isIn(body, "UTF-8")) {
      throw notText();
    }
    try {
      JsonNode json = reader.readTree(body);
      if (!json.isMissingNode()) {
        return json;
      }
    } catch (StreamConstraintsException tooMuch) {
      throw refusal(
          "the body has more parts, deeper ones or longer ones than are read", place(tooMuch));
    } catch (NumberFormatException | ArithmeticException noNumber) {
      throw refusal("the body has a number that is too large to read", "such a number");
    } catch (JsonProcessingException notJson) {
      throw refusal("the body is not JSON", "something else " + place(notJson));
    } catch (IOException unreadable) {
      throw notText();
    }
    throw refusal("the body is empty", "blanks at most");
  }

  private static ApiRefusal notText() {
    return refusal("the body is not JSON in UTF-8, UTF-16 or UTF-32", "bytes that are no text");
  }

  private static ApiRefusal refusal(String rule, String seen) {
    return ProtocolError.PARSE_ERROR.because(
        Diagnosis.of(rule).seen(seen).expected("a request object of JSON-RPC 2.0, or a batch"));
  }

  /** Where it ceases to be JSON, without what is there, which may be a secret. */
  private static String place(JsonProcessingException notJson) {
    var location = notJson.getLocation();
    return location == null
        ? "nothing that can be shown"
        : "at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  /** A key that came twice in an object that was read here, or in one inside of it. */
  static Optional<String> repeatedKey(JsonNode json) {
    if (json instanceof ObjectWithMemory object && object.repeated != null) {
      return Optional.of(object.repeated);
    }
    for (JsonNode inner : json) {
      Optional<String> repeated = inner.isContainerNode() ? repeatedKey(inner) : Optional.empty();
      if (repeated.isPresent()) {
        return repeated;
      }
    }
    return Optional.empty();
  }

  /** Makes objects that remember. */
  private static final class Nodes extends JsonNodeFactory {
    private static final long serialVersionUID = 1;

    @Override
    public ObjectNode objectNode() {
      return new ObjectWithMemory(this);
    }
  }

  @SuppressWarnings("unchecked") // As in the class that it extends: the type of its copies.
  private static final class ObjectWithMemory extends ObjectNode {
    private static final long serialVersionUID = 1;

    private @Nullable String repeated;

    ObjectWithMemory(JsonNodeFactory factory) {
      super(factory);
    }

    @Override
    public JsonNode replace(String key, JsonNode value) {
      JsonNode earlier = super.replace(key, value);
      if (earlier != null) {
        repeated = key;
      }
      return earlier;
    }
  }
}
