package org.billingsso.rpc.json;

import static org.billingsso.rpc.RpcMapper.MAPPER;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.IntNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.billingsso.rpc.Call;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The JSON-RPC envelope of getSingleSignOn. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class JsonEnvelopeBenchmark {
  private final byte[] request =
      ("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"getSingleSignOn\",\"params\":"
              + "[\"0123456789abcdef0123456789abcdef01234567\",\"DC47E143FA\",\"ada@example.com\",\"3600\"]}")
          .getBytes(StandardCharsets.UTF_8);
  private final String url =
      "http://127.0.0.1:8080/myaccount/?lang=en&logintoken=0123456789abcdef0123456789abcdef01234567";

  @Benchmark
  public Call readJsonRpc() throws IOException {
    return JsonRpcRequest.read(MAPPER.readTree(request)).call();
  }

  @Benchmark
  public byte[] writeJsonRpc() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream(512);
    try (JsonGenerator out = MAPPER.createGenerator(body)) {
      Reply.result(IntNode.valueOf(1), url).write(out, error -> null);
    }
    return body.toByteArray();
  }
}
