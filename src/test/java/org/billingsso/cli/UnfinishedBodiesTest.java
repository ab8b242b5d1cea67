package org.billingsso.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Many long bodies that never end, on a small heap. */
class UnfinishedBodiesTest {
  private static final int BODIES = 300;
  private static final int LENGTH = 1 << 20;

  @Test
  void bodiesThatDoNotEndFillNoHeapAndHoldUpNobody() throws Exception {
    List<Socket> unfinished = new ArrayList<>();
    try (ForkedGateway gateway = ForkedGateway.start("-Xmx256m", Map.of())) {
      byte[] head =
          ("POST /rpc/6.0/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + LENGTH + "\r\n\r\n")
              .getBytes(UTF_8);
      byte[] most = new byte[LENGTH - 1];
      for (int i = 0; i < BODIES; i++) {
        Socket socket = new Socket(gateway.address().getHost(), gateway.address().getPort());
        unfinished.add(socket);
        OutputStream out = socket.getOutputStream();
        out.write(head);
        out.write(most);
      }

      for (int i = 0; i < 20; i++) {
        assertThat(call(gateway.address())).contains("AUTHENTICATION_FAILED");
      }
    } finally {
      for (Socket socket : unfinished) {
        socket.close();
      }
    }
  }

  /** The answer to a short call. */
  private static String call(URI gateway) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve("/rpc/6.0/"))
            .POST(
                BodyPublishers.ofString(
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"login\",\"params\":[\"NOSHOP\"]}"))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }
}
