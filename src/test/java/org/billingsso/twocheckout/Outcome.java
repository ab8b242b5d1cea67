package org.billingsso.twocheckout;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;

/** What came of a call, the same for both protocols. */
sealed interface Outcome {
  /** Reads numbers as they are written. */
  JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /**
   * It answered.
   *
   * @param value every number and truth value in it is a text, and a list of nothing the empty
   *     text, since XML does not tell them apart
   */
  record Value(JsonNode value) implements Outcome {}

  /** It failed. */
  record Failed(String code, int number, String message) implements Outcome {}

  static Failed failed(String code, int number, String message) {
    return new Failed(code, number, message);
  }

  static Value value(JsonNode json) {
    return new Value(asXmlTellsIt(json));
  }

  /** An answer of that JSON. */
  static Value value(String json) {
    return value(read(json));
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException notJson) {
      throw new AssertionError("Not JSON: " + json, notJson);
    }
  }

  /** What it answered; an assertion error where it failed. */
  default JsonNode answer() {
    if (this instanceof Value answered) {
      return answered.value();
    }
    throw new AssertionError("The call failed: " + this);
  }

  private static JsonNode asXmlTellsIt(JsonNode json) {
    if (json.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      json.properties().forEach(each -> object.set(each.getKey(), asXmlTellsIt(each.getValue())));
      return object;
    }
    if (json.isArray() && !json.isEmpty()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      json.forEach(each -> array.add(asXmlTellsIt(each)));
      return array;
    }
    return json.isNull() ? json : new TextNode(json.asText());
  }
}
