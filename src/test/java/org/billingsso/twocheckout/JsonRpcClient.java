package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Speaks JSON-RPC 2.0, and insists that every answer keeps to its form. */
final class JsonRpcClient implements ApiClient {
  private final AtomicInteger ids = new AtomicInteger();
  private final PlainHttp http;

  JsonRpcClient(URI gateway) {
    this.http = new PlainHttp(gateway);
  }

  @Override
  public Outcome call(String method, @Nullable Object... arguments) {
    int id = ids.incrementAndGet();
    ObjectNode request = Outcome.JSON.createObjectNode();
    request.put("jsonrpc", "2.0").put("method", method).put("id", id);
    request.set("params", Outcome.JSON.valueToTree(Arrays.asList(arguments)));
    HttpResponse<String> response = http.post("/rpc/6.0/", request.toString());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/json; charset=utf-8");
    JsonNode answer = Outcome.read(response.body());
    assertThat(answer.path("jsonrpc").textValue()).isEqualTo("2.0");
    assertThat(answer.path("id").intValue()).isEqualTo(id);
    assertThat(answer.has("result")).as("result in %s", answer).isNotEqualTo(answer.has("error"));
    assertThat(answer.properties()).hasSize(3);
    return answer.has("result") ? Outcome.value(answer.get("result")) : failure(answer);
  }

  private static Outcome failure(JsonNode answer) {
    JsonNode error = answer.path("error");
    assertThat(error.path("code").isInt()).isTrue();
    assertThat(error.path("data").properties()).hasSize(1);
    return Outcome.failed(
        error.path("data").path("error_code").asText(),
        error.path("code").asInt(),
        error.path("message").asText());
  }
}
