package org.billingsso.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.billingsso.LoopbackSettings;
import org.billingsso.RawHttp;
import org.billingsso.TestClock;
import org.billingsso.journal.Outcomes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a connection is kept, and whether a client is told that it is not. */
class ConnectionsTest {
  private GatewayServer server = listening(HttpSettings.USUAL_IDLE_TIMEOUT);

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /here HTTP/1.0\r\n\r\n",
        "GET /here HTTP/1.0\r\nConnection: close\r\n\r\n",
        "GET /nowhere HTTP/1.0\r\n\r\n",
        "POST /here HTTP/1.0\r\nContent-Length: 2\r\n\r\n[]",
        "GET /here HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /here\r\n\r\n",
        "here\r\n\r\n"
      })
  void anAnswerThatIsItsConnectionsLastSaysSo(String request) {
    assertThat(RawHttp.exchange(server.address(), request))
        .startsWith("HTTP/1.1 ")
        .containsOnlyOnce("Connection: close\r\n");
  }

  @Test
  void aClientOfHttp10KeepsItsConnectionIfItAsksTo() {
    String answers =
        RawHttp.exchange(
            server.address(),
            "GET /here HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET /here HTTP/1.0\r\n\r\n");

    assertThat(answers)
        .containsSubsequence("200 OK", "Connection: keep-alive", "200 OK", "Connection: close");
  }

  @Test
  void aConnectionIsClosedOnceNothingHasMovedOnItForTheIdleTimeout() throws IOException {
    try (Socket kept = connect();
        GatewayServer hasty = listening(Duration.ofMillis(200))) {
      ask(kept);
      hasty.start();
      try (Socket client = new Socket(hasty.address().getHost(), hasty.address().getPort())) {
        ask(client);
        assertThat(client.getInputStream().read()).isEqualTo(-1);
      }
      ask(kept);
    }
  }

  private Socket connect() throws IOException {
    return new Socket(server.address().getHost(), server.address().getPort());
  }

  private static void ask(Socket client) throws IOException {
    client
        .getOutputStream()
        .write("GET /here HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    InputStream answer = client.getInputStream();
    StringBuilder text = new StringBuilder();
    while (!text.toString().endsWith("\r\n\r\nhere")) {
      int next = answer.read();
      assertThat(next).as("after: %s", text).isNotNegative();
      text.append((char) next);
    }
  }

  private static GatewayServer listening(Duration idleTimeout) {
    return new GatewayServer(
        new LoopbackSettings().idleTimeout(idleTimeout).build(),
        new Routes(
                (error, request) -> Answer.status(error.status()),
                new Scope(new TestClock(), Outcomes.logged()))
            .get("/here", request -> Answer.of(200, "text/plain", "here"))
            .post("/here", request -> Answer.of(200, "text/plain", "here")));
  }
}
