package org.billingsso.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.billingsso.TestClock;
import org.billingsso.journal.Outcomes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that wait, as for a store, beside requests that do not. */
class WaitingRequestsTest {
  /** More than there are threads that read requests. */
  private static final int MANY = 4 * Runtime.getRuntime().availableProcessors();

  private final CountDownLatch arrived = new CountDownLatch(MANY);
  private final CountDownLatch released = new CountDownLatch(1);
  private final HttpClient client = HttpClient.newHttpClient();
  private final GatewayServer server =
      new GatewayServer(
          HttpSettings.onLoopback(0),
          new Routes(
                  (error, request) -> Answer.status(error.status()),
                  new Scope(new TestClock(), Outcomes.logged()))
              .get("/waits", this::waiting)
              .get("/releases", this::releasing));

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    released.countDown();
    server.close();
  }

  @Test
  void waitAtTheSameTimeAndHoldUpNoOther() {
    List<CompletableFuture<Integer>> waiting =
        IntStream.range(0, MANY).mapToObj(unused -> status("/waits")).toList();

    await().until(() -> arrived.getCount() == 0);
    assertThat(waiting).noneMatch(CompletableFuture::isDone);
    assertThat(status("/releases").join()).isEqualTo(204);
    assertThat(waiting).allMatch(answer -> answer.join() == 204);
  }

  private CompletableFuture<Integer> status(String path) {
    URI uri = server.address().resolve(path);
    return client
        .sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
        .thenApply(HttpResponse::statusCode);
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

  private Answer releasing(Exchange request) {
    released.countDown();
    return Answer.status(204);
  }
}
