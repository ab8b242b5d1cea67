package org.billingsso.rpc.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.billingsso.TestClock;
import org.billingsso.http.Answer;
import org.billingsso.http.GatewayServer;
import org.billingsso.http.HttpSettings;
import org.billingsso.http.Routes;
import org.billingsso.http.Scope;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Outcomes;
import org.billingsso.rpc.ApiContract;
import org.billingsso.rpc.Dispatcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of section 7 of the JSON-RPC 2.0 specification, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JsonRpcSpecificationTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOTHING = "";

  private final HttpClient client = HttpClient.newHttpClient();
  private final GatewayServer server =
      new GatewayServer(
          HttpSettings.onLoopback(0),
          new Routes(
                  (error, request) -> Answer.status(error.status()),
                  new Scope(new TestClock(), Outcomes.logged()))
              .post(
                  "/",
                  new JsonRpcEndpoint(
                      new Dispatcher<>(
                          new ApiContract<>(
                              "example",
                              ExampleApi.class,
                              Map.of("notify_sum", "sum", "notify_hello", "update"),
                              Set.of(),
                              Set.of()),
                          exchange -> new ExampleApi.Server(),
                          () -> new ApiRefusal("INTERNAL_ERROR", -32603, "Internal error")),
                      new JsonRpcEndpoint.LongestBatch(10, "of no setting"),
                      error -> null)));

  @BeforeAll
  void start() throws Exception {
    server.start();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void answersTheExampleAsSpecified(String title, String request, String answer) throws Exception {
    HttpResponse<String> response = post(request);

    if (answer.equals(NOTHING)) {
      assertThat(response.statusCode()).isEqualTo(204);
      assertThat(response.body()).isEmpty();
    } else {
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(tree(response.body())).isEqualTo(tree(answer));
      assertThat(withoutOrder(response.body())).isEqualTo(withoutOrder(answer));
    }
  }

  static Stream<Arguments> examples() {
    return Stream.of(
        example(
            "positional parameters",
            "{'jsonrpc': '2.0', 'method': 'subtract', 'params': [42, 23], 'id': 1}",
            "{'jsonrpc': '2.0', 'result': 19, 'id': 1}"),
        example(
            "positional parameters the other way round",
            "{'jsonrpc': '2.0', 'method': 'subtract', 'params': [23, 42], 'id': 2}",
            "{'jsonrpc': '2.0', 'result': -19, 'id': 2}"),
        example(
            "named parameters",
            "{'jsonrpc': '2.0', 'method': 'subtract',"
                + " 'params': {'subtrahend': 23, 'minuend': 42}, 'id': 3}",
            "{'jsonrpc': '2.0', 'result': 19, 'id': 3}"),
        example(
            "named parameters in another order",
            "{'jsonrpc': '2.0', 'method': 'subtract',"
                + " 'params': {'minuend': 42, 'subtrahend': 23}, 'id': 4}",
            "{'jsonrpc': '2.0', 'result': 19, 'id': 4}"),
        example(
            "a notification",
            "{'jsonrpc': '2.0', 'method': 'update', 'params': [1,2,3,4,5]}",
            NOTHING),
        example(
            "a notification of an unknown method",
            "{'jsonrpc': '2.0', 'method': 'foobar'}",
            NOTHING),
        example(
            "an unknown method",
            "{'jsonrpc': '2.0', 'method': 'foobar', 'id': '1'}",
            "{'jsonrpc': '2.0', 'error': {'code': -32601, 'message': 'Method not found'}, 'id': '1'}"),
        example(
            "invalid JSON",
            "{'jsonrpc': '2.0', 'method': 'foobar, 'params': 'bar', 'baz]",
            "{'jsonrpc': '2.0', 'error': {'code': -32700, 'message': 'Parse error'}, 'id': null}"),
        example(
            "an invalid request",
            "{'jsonrpc': '2.0', 'method': 1, 'params': 'bar'}",
            "{'jsonrpc': '2.0', 'error': {'code': -32600, 'message': 'Invalid Request'}, 'id': null}"),
        example(
            "a batch of invalid JSON",
            "[{'jsonrpc': '2.0', 'method': 'sum', 'params': [1,2,4], 'id': '1'},"
                + " {'jsonrpc': '2.0', 'method' ]",
            "{'jsonrpc': '2.0', 'error': {'code': -32700, 'message': 'Parse error'}, 'id': null}"),
        example(
            "an empty batch",
            "[]",
            "{'jsonrpc': '2.0', 'error': {'code': -32600, 'message': 'Invalid Request'}, 'id': null}"),
        example("a batch of one that is no request", "[1]", "[" + invalid() + "]"),
        example(
            "a batch of what is no request",
            "[1,2,3]",
            "[" + invalid() + ", " + invalid() + ", " + invalid() + "]"),
        example(
            "a batch",
            "[{'jsonrpc': '2.0', 'method': 'sum', 'params': [1,2,4], 'id': '1'},"
                + " {'jsonrpc': '2.0', 'method': 'notify_hello', 'params': [7]},"
                + " {'jsonrpc': '2.0', 'method': 'subtract', 'params': [42,23], 'id': '2'},"
                + " {'foo': 'boo'},"
                + " {'jsonrpc': '2.0', 'method': 'foo.get', 'params': {'name': 'myself'}, 'id': '5'},"
                + " {'jsonrpc': '2.0', 'method': 'get_data', 'id': '9'}]",
            "[{'jsonrpc': '2.0', 'result': 7, 'id': '1'},"
                + " {'jsonrpc': '2.0', 'result': 19, 'id': '2'}, "
                + invalid()
                + ", {'jsonrpc': '2.0', 'error': {'code': -32601, 'message': 'Method not found'},"
                + " 'id': '5'},"
                + " {'jsonrpc': '2.0', 'result': ['hello', 5], 'id': '9'}]"),
        example(
            "a batch of notifications",
            "[{'jsonrpc': '2.0', 'method': 'notify_sum', 'params': [1,2,4]},"
                + " {'jsonrpc': '2.0', 'method': 'notify_hello', 'params': [7]}]",
            NOTHING));
  }

  private static String invalid() {
    return "{'jsonrpc': '2.0', 'error': {'code': -32600, 'message': 'Invalid Request'}, 'id': null}";
  }

  private static Arguments example(String title, String request, String answer) {
    return Arguments.of(title, request.replace('\'', '"'), answer.replace('\'', '"'));
  }

  private HttpResponse<String> post(String body) throws Exception {
    URI uri = server.address().resolve("/");
    return client.send(
        HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  private static JsonNode tree(String json) throws Exception {
    return JSON.readTree(json);
  }

  /** The characters but for blanks, sorted: equal where only the order of keys differs. */
  private static String withoutOrder(String json) {
    return json.chars()
        .filter(c -> c != ' ')
        .sorted()
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
