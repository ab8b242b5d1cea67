package org.billingsso.rpc.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Diagnosis;
import org.billingsso.rpc.Arguments;
import org.billingsso.rpc.Call;
import org.billingsso.rpc.ProtocolError;
import org.jspecify.annotations.Nullable;

/**
 * A request object of JSON-RPC 2.0, section 4.
 *
 * @param id as it was sent; null for a notification, which is not answered
 * @param call what is to be called
 */
record JsonRpcRequest(@Nullable JsonNode id, Call call) {
  private static final BigDecimal VERSION = new BigDecimal("2.0");

  /**
   * Reads a request.
   *
   * @throws ApiRefusal where the JSON is no request
   */
  static JsonRpcRequest read(JsonNode json) {
    JsonNode params = json.path("params");
    Optional<Diagnosis> problem = problem(json);
    if (problem.isPresent()) {
      throw ProtocolError.INVALID_REQUEST.because(problem.get());
    }
    return new JsonRpcRequest(
        json.get("id"), new Call(json.path("method").textValue(), arguments(params)));
  }

  private static Optional<Diagnosis> problem(JsonNode json) {
    if (!json.isObject()) {
      return Optional.of(
          Diagnosis.of("a request is an object").seen(kind(json)).expected("an object"));
    }
    JsonNode version = json.path("jsonrpc");
    JsonNode method = json.path("method");
    JsonNode params = json.path("params");
    if (!isVersion2(version)) {
      return wrong("jsonrpc", version.isValueNode() ? version.asText() : kind(version), "\"2.0\"");
    }
    if (!method.isTextual()) {
      return wrong("method", kind(method), "the name of a method");
    }
    if (!params.isMissingNode() && !params.isNull() && !params.isContainerNode()) {
      return wrong("params", kind(params), "a list, an object or nothing");
    }
    if (!isId(json.get("id"))) {
      return wrong("id", kind(json.path("id")), "a text, a number, null or nothing");
    }
    return JsonReader.repeatedKey(json)
        .filter(key -> JsonReader.repeatedKey(params).isEmpty())
        .map(key -> Diagnosis.of("a key of the request object is there twice").seen(key));
  }

  private static Optional<Diagnosis> wrong(String member, String seen, String expected) {
    return Optional.of(
        Diagnosis.of(member + " of the request object is not as JSON-RPC 2.0 has it")
            .seen(seen)
            .expected(expected));
  }

  private static String kind(JsonNode json) {
    return switch (json.getNodeType()) {
      case MISSING -> "absent";
      case ARRAY -> json.isEmpty() ? "an empty list" : "a list";
      case OBJECT -> "an object";
      case STRING -> "a text";
      case NUMBER -> "a number";
      case BOOLEAN, NULL -> json.asText();
      default -> json.getNodeType().name();
    };
  }

  /** What an error about this JSON is answered to: its id where that can be told, else null. */
  static JsonNode idOf(JsonNode json) {
    JsonNode id = json.get("id");
    return id != null && isId(id) ? id : NullNode.getInstance();
  }

  /** Clients write the version as a number too. */
  private static boolean isVersion2(JsonNode version) {
    return version.isNumber()
        ? version.decimalValue().compareTo(VERSION) == 0
        : version.asText().equals("2.0");
  }

  private static boolean isId(@Nullable JsonNode id) {
    return id == null || id.isTextual() || id.isNumber() || id.isNull();
  }

  private static Arguments arguments(JsonNode params) {
    Arguments arguments = new Arguments();
    if (params.isArray()) {
      for (int i = 0; i < params.size(); i++) {
        arguments.at(i, params.get(i));
      }
    }
    params.properties().forEach(named -> arguments.named(named.getKey(), named.getValue()));
    JsonReader.repeatedKey(params).ifPresent(arguments::repeated);
    return arguments;
  }
}
