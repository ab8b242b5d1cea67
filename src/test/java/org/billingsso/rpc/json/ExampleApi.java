package org.billingsso.rpc.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.billingsso.rpc.RpcMethod;
import org.billingsso.rpc.RpcParam;

/** The methods that the examples of the JSON-RPC 2.0 specification call. */
public interface ExampleApi {
  @RpcMethod("subtract")
  int subtract(@RpcParam("minuend") JsonNode minuend, @RpcParam("subtrahend") JsonNode subtrahend);

  @RpcMethod({"sum", "notify_sum"})
  int sum(@RpcParam("a") JsonNode a, @RpcParam("b") JsonNode b, @RpcParam("c") JsonNode c);

  @RpcMethod({"update", "notify_hello"})
  boolean ignore(
      @RpcParam("a") JsonNode a,
      @RpcParam("b") JsonNode b,
      @RpcParam("c") JsonNode c,
      @RpcParam("d") JsonNode d,
      @RpcParam("e") JsonNode e);

  @RpcMethod("get_data")
  List<Object> data();

  /** Answers as the specification's server does. */
  final class Server implements ExampleApi {
    @Override
    public int subtract(JsonNode minuend, JsonNode subtrahend) {
      return minuend.intValue() - subtrahend.intValue();
    }

    @Override
    public int sum(JsonNode a, JsonNode b, JsonNode c) {
      return a.intValue() + b.intValue() + c.intValue();
    }

    @Override
    public boolean ignore(JsonNode a, JsonNode b, JsonNode c, JsonNode d, JsonNode e) {
      return true;
    }

    @Override
    public List<Object> data() {
      return List.of("hello", 5);
    }
  }
}
