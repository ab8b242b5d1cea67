package org.billingsso.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.billingsso.LoopbackSettings;
import org.billingsso.TestClock;
import org.billingsso.journal.Outcome;
import org.billingsso.journal.Outcomes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that hold connections without making use of them, each moving now and then. */
class SlowClientsTest {
  private static final RequestPace NO_TIME =
      new RequestPace(Duration.ofMillis(100), Duration.ofMillis(100), 1_000_000);
  private static final Duration STEP = Duration.ofMillis(20);
  private static final String GET = "GET /here HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private final List<Outcome> told = new CopyOnWriteArrayList<>();
  private final List<Socket> clients = new ArrayList<>();
  private GatewayServer server = listening(HttpSettings.onLoopback(0));

  @AfterEach
  void stop() throws IOException {
    for (Socket client : clients) {
      client.close();
    }
    server.close();
  }

  @Test
  void aHeaderThatGoesOnForEverIsCutOff() throws IOException {
    start(new LoopbackSettings().pace(NO_TIME).build());
    Socket slow = connect();
    say(slow, "GET /here HTTP/1.1\r\n");

    await().pollInterval(STEP).until(() -> isClosedAfter(slow, "A: b\r\n"));
  }

  @Test
  void aHeaderIsCutOffThatComesBehindAnAnsweredRequest() throws IOException {
    start(new LoopbackSettings().pace(NO_TIME).build());
    Socket slow = connect();
    say(slow, GET);
    assertThat(answer(slow)).startsWith("HTTP/1.1 200");
    say(slow, "GET /here");

    await().pollInterval(STEP).until(() -> isClosedAfter(slow, "x"));
  }

  @Test
  void aBodyThatComesByteByByteIsAnsweredInTheWordsOfItsDialect() throws IOException {
    start(new LoopbackSettings().pace(NO_TIME).build());
    Socket slow = connect();
    say(slow, "POST /here HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n");

    await()
        .pollInterval(STEP)
        .until(
            () -> {
              say(slow, "x");
              return slow.getInputStream().available() > 0;
            });
    assertThat(answer(slow)).startsWith("HTTP/1.1 408").contains("Connection: close", "too slow");
    assertThat(told)
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.Rejected.class, rejected -> assertThat(rejected.status()).isEqualTo(408));
  }

  @Test
  void aBodyThatDoesNotMoveIsAnsweredToo() throws IOException {
    start(new LoopbackSettings().idleTimeout(Duration.ofMillis(200)).build());

    // A machine that is busy may not even have read the header by then.
    await()
        .until(
            () -> {
              Socket silent = connect();
              say(
                  silent,
                  "POST /here HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\nx");
              String answer = answer(silent);
              return answer.startsWith("HTTP/1.1 408") && answer.contains("Connection: close");
            });
  }

  @Test
  void whoWaitsForAnAnswerOrBetweenTwoRequestsIsNotSlow() throws IOException {
    start(new LoopbackSettings().pace(NO_TIME).build());
    Socket idle = connect();
    say(idle, GET);
    assertThat(answer(idle)).startsWith("HTTP/1.1 200");
    Socket waiting = connect();
    say(waiting, "GET /later HTTP/1.1\r\nHost: localhost\r\n\r\n");
    Socket slow = connect();
    say(slow, "GET /here HTTP/1.1\r\n");
    await().pollInterval(STEP).until(() -> isClosedAfter(slow, "A: b\r\n"));

    assertThat(answer(waiting)).startsWith("HTTP/1.1 200");
    say(idle, GET);
    assertThat(answer(idle)).startsWith("HTTP/1.1 200");
  }

  @Test
  void moreConnectionsThanThereMayBeWaitUntilOneIsClosed() throws IOException {
    start(new LoopbackSettings().maximumConnections(2).build());
    Socket first = connect();
    say(first, GET);
    assertThat(answer(first)).startsWith("HTTP/1.1 200");
    Socket second = connect();
    say(second, GET);
    assertThat(answer(second)).startsWith("HTTP/1.1 200");
    Socket third = connect();
    say(third, GET);
    say(second, GET);
    assertThat(answer(second)).startsWith("HTTP/1.1 200");
    assertThat(third.getInputStream().available()).isZero();

    first.close();

    assertThat(answer(third)).startsWith("HTTP/1.1 200");
  }

  @Test
  void inACrowdConnectionsThatOnlyStayOpenAreGivenUp() throws IOException {
    start(new LoopbackSettings().maximumConnections(1).build());
    Socket idle = connect();
    Socket next = connect();
    say(next, GET);

    assertThat(idle.getInputStream().read()).isEqualTo(-1);
    assertThat(answer(next)).startsWith("HTTP/1.1 200");
  }

  private void start(HttpSettings settings) throws IOException {
    server = listening(settings);
    server.start();
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(server.address().getHost(), server.address().getPort());
    socket.setSoTimeout(20_000);
    clients.add(socket);
    return socket;
  }

  private static boolean isClosedAfter(Socket client, String text) {
    try {
      say(client, text);
      client.setSoTimeout(1);
      return client.getInputStream().read() < 0;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (IOException closed) {
      return true;
    }
  }

  private static void say(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(US_ASCII));
  }

  /** Up to the end of its body, of which each answer of this server has a known one. */
  private static String answer(Socket client) {
    StringBuilder text = new StringBuilder();
    try {
      while (!text.toString().endsWith("\r\n\r\nover")) {
        int next = client.getInputStream().read();
        if (next < 0) {
          break;
        }
        text.append((char) next);
      }
    } catch (IOException unanswered) {
      throw new UncheckedIOException(text.toString(), unanswered);
    }
    return text.toString();
  }

  private GatewayServer listening(HttpSettings settings) {
    Outcomes outcomes = new Outcomes();
    outcomes.add(told::add);
    Answer over = Answer.of(200, "text/plain", "over");
    return new GatewayServer(
        settings,
        new Routes(
                (error, request) -> Answer.of(error.status(), "text/plain", error.reason()),
                new Scope(new TestClock(), outcomes))
            .get("/here", request -> over)
            .get("/later", request -> new Response.Delayed(over, Duration.ofMillis(400)))
            .post("/here", request -> request.body().length > 0 ? over : Answer.status(204)));
  }
}
