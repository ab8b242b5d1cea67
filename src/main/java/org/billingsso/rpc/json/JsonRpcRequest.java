package org.billingsso.rpc.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import org.billingsso.journal.ApiRefusal;
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
    JsonNode id = json.get("id");
    JsonNode method = json.path("method");
    JsonNode params = json.path("params");
    boolean wellFormed =
        json.isObject()
            && isVersion2(json.path("jsonrpc"))
            && method.isTextual()
            && (params.isMissingNode() || params.isNull() || params.isContainerNode())
            && isId(id);
    if (!wellFormed) {
      throw ProtocolError.INVALID_REQUEST.because(
          "it is no request object of JSON-RPC 2.0, with jsonrpc \"2.0\", a method and perhaps params and an id");
    }
    return new JsonRpcRequest(id, new Call(method.textValue(), arguments(params)));
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
    return arguments;
  }
}
