package org.billingsso.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.billingsso.TestClock;
import org.billingsso.http.Response.BodyStream;
import org.billingsso.journal.Outcome;
import org.billingsso.journal.Outcomes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every exchange gets one response, of whatever sort, whatever is thrown on the way to it. */
class ResponsesTest {
  private static final Answer HELLO = Answer.of(200, "text/plain", "hello, world");

  private final List<Outcome> told = new CopyOnWriteArrayList<>();
  private final CompletableFuture<BodyStream> stream = new CompletableFuture<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Outcomes outcomes = new Outcomes();
  private final GatewayServer server = new GatewayServer(HttpSettings.onLoopback(0), routes());

  private Routes routes() {
    outcomes.add(told::add);
    Scope scope = new Scope(new TestClock(), outcomes);
    Routes routes = new Routes((error, exchange) -> Answer.status(error.status()), scope);
    routes.get("/hello", exchange -> HELLO);
    routes.get("/later", exchange -> new Response.Delayed(HELLO, Duration.ofMillis(1)));
    routes.get("/cut-before", exchange -> new Response.Cut(HELLO, -1));
    routes.get("/cut-within", exchange -> new Response.Cut(HELLO, 5));
    routes.get(
        "/stream",
        exchange ->
            new Response.Streamed(
                200,
                List.of(new Answer.Header("Content-Type", "text/event-stream")),
                stream::complete));
    routes.get("/overflows", exchange -> overflow(0));
    routes.get(
        "/error",
        exchange -> {
          throw new AssertionError("Not what was expected");
        });
    routes
        .refusingWith(
            (error, exchange) -> {
              throw new IllegalStateException("The page for errors fails");
            })
        .get(
            "/error-page-fails",
            exchange -> {
              throw new IllegalStateException("The endpoint fails");
            });
    routes
        .quick(true)
        .get(
            "/memory",
            exchange -> {
              throw new OutOfMemoryError("Not really");
            });
    return routes;
  }

  private static Answer overflow(int depth) {
    return depth < 0 ? HELLO : overflow(depth + 1).notStored();
  }

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aDelayedOneComesWhole() throws Exception {
    assertThat(get("/later").body()).isEqualTo("hello, world");
  }

  @Test
  void aCutOneEndsBeforeItsStatusOrWithinItsBody() throws Exception {
    assertThatThrownBy(() -> get("/cut-before")).isInstanceOf(IOException.class);
    assertThat(raw("/cut-before")).isEmpty();
    assertThat(raw("/cut-within")).contains("Content-Length: 12").endsWith("hello");
  }

  @Test
  void aStreamedOneComesBitByBitUntilItEnds() throws Exception {
    try (Socket socket = request("/stream")) {
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      BodyStream body = stream.get();
      CompletableFuture<Boolean> over = new CompletableFuture<>();
      body.whenOver(() -> over.complete(true));

      assertThat(body.write("data: one\n\n".getBytes(UTF_8))).isTrue();
      assertThat(until(lines, "data: one")).isTrue();
      assertThat(body.write("data: two\n\n".getBytes(UTF_8))).isTrue();
      assertThat(until(lines, "data: two")).isTrue();
      body.end();

      assertThat(over.get()).isTrue();
      assertThat(body.write("data: three\n\n".getBytes(UTF_8))).isFalse();
    }
  }

  @Test
  void aStreamWhoseClientHasGoneIsOver() throws Exception {
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    try (Socket socket = request("/stream")) {
      stream.get().whenOver(() -> over.complete(true));
      socket.setSoLinger(true, 0); // Gone at once, as by a reset.
    }
    await()
        .until(
            () -> {
              stream.get().write(new byte[1024]);
              return over.isDone();
            });
    assertThat(stream.get().write(new byte[1])).isFalse();
  }

  @Test
  void whateverIsThrownTheClientIsAnsweredAndTheOperatorIsTold() throws Exception {
    List<String> paths = List.of("/error", "/error-page-fails", "/memory", "/overflows");
    List<Integer> statuses = new ArrayList<>();
    for (String path : paths) {
      statuses.add(get(path).statusCode());
    }

    assertThat(statuses).containsOnly(500);
    assertThat(told)
        .filteredOn(Outcome.Failed.class::isInstance)
        .hasSizeGreaterThanOrEqualTo(paths.size());
    assertThat(get("/hello").body()).isEqualTo("hello, world");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(server.address().resolve(path)).build(), BodyHandlers.ofString());
  }

  private String raw(String path) throws IOException {
    try (Socket socket = request(path)) {
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private Socket request(String path) throws IOException {
    Socket socket = new Socket(server.address().getHost(), server.address().getPort());
    String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(UTF_8));
    return socket;
  }

  private static boolean until(BufferedReader lines, String wanted) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals(wanted)) {
        return true;
      }
    }
    return false;
  }
}
