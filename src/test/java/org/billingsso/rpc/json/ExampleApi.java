package org.billingsso.rpc.json;

import com.googlecode.jsonrpc4j.JsonRpcMethod;
import com.googlecode.jsonrpc4j.JsonRpcParam;
import java.util.List;

/** The methods that the examples of the JSON-RPC 2.0 specification call. */
public interface ExampleApi {
  @JsonRpcMethod("subtract")
  int subtract(@JsonRpcParam("minuend") int minuend, @JsonRpcParam("subtrahend") int subtrahend);

  @JsonRpcMethod("sum")
  int sum(@JsonRpcParam("a") int a, @JsonRpcParam("b") int b, @JsonRpcParam("c") int c);

  @JsonRpcMethod("update")
  boolean ignore(
      @JsonRpcParam("a") int a,
      @JsonRpcParam("b") int b,
      @JsonRpcParam("c") int c,
      @JsonRpcParam("d") int d,
      @JsonRpcParam("e") int e);

  @JsonRpcMethod("get_data")
  List<Object> data();

  /** Answers as the specification's server does. */
  final class Server implements ExampleApi {
    @Override
    public int subtract(int minuend, int subtrahend) {
      return minuend - subtrahend;
    }

    @Override
    public int sum(int a, int b, int c) {
      return a + b + c;
    }

    @Override
    public boolean ignore(int a, int b, int c, int d, int e) {
      return true;
    }

    @Override
    public List<Object> data() {
      return List.of("hello", 5);
    }
  }
}
