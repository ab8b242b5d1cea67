package org.billingsso.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.billingsso.TestClock;
import org.billingsso.journal.Outcomes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a server that is told to stop waits for, and what it does not. */
class StoppingTest {
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private GatewayServer server = listening();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @Test
  void connectionsThatAreOnlyKeptOpenAreNotWaitedFor() throws Exception {
    Duration keptOpen;
    try (Socket client = connect()) {
      say(client, "GET /quick HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(client.getInputStream().read()).isEqualTo('H');
      keptOpen = timeOf(server::close);
    }
    server = listening();
    server.start();
    try (Socket client = connect()) {
      beginRequest(client);
      assertThat(keptOpen).isLessThan(timeOf(server::close).dividedBy(3));
    }
  }

  @Test
  void aRequestIsFinishedHoweverLongItHasWaitedMeanwhile() throws Exception {
    try (Socket waiting = connect();
        Socket idle = connect()) {
      say(waiting, "GET /waits HTTP/1.1\r\nHost: localhost\r\n\r\n");
      await().until(() -> arrived.getCount() == 0);
      beginRequest(idle);
      CompletableFuture<Void> stop = CompletableFuture.runAsync(server::close);

      // What began later has been idle for too long.
      idle.getInputStream().readAllBytes();
      assertThat(stop).isNotDone();
      released.countDown();

      assertThat(new String(waiting.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
          .startsWith("HTTP/1.1 204")
          .contains("Connection: close");
      stop.join();
    }
  }

  /** The server has read the head of a request and asks for its body, half of which comes. */
  private static void beginRequest(Socket client) throws IOException {
    say(
        client,
        "POST /quick HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    String goOn = "HTTP/1.1 100 Continue\r\n\r\n";
    assertThat(client.getInputStream().readNBytes(goOn.length()))
        .asString(StandardCharsets.US_ASCII)
        .isEqualTo(goOn);
    say(client, "[");
  }

  private GatewayServer listening() {
    return new GatewayServer(
        HttpSettings.onLoopback(0),
        new Routes(
                (error, request) -> Answer.status(error.status()),
                new Scope(new TestClock(), Outcomes.logged()))
            .get("/waits", this::waiting)
            .quick(true)
            .get("/quick", request -> Answer.status(204))
            .post("/quick", request -> Answer.status(204)));
  }

  private Answer waiting(Exchange request) {
    arrived.countDown();
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Answer.status(204);
  }

  private Socket connect() throws IOException {
    return new Socket(server.address().getHost(), server.address().getPort());
  }

  private static void say(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static Duration timeOf(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
