package org.billingsso.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.billingsso.LoopbackSettings;
import org.billingsso.RawHttp;
import org.billingsso.TestClock;
import org.billingsso.journal.Outcome;
import org.billingsso.journal.Outcomes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives as a body, and what is refused before, while and after it does. */
class BodiesTest {
  private static final int LONGEST = 1 << 20;

  private final List<Outcome> told = new CopyOnWriteArrayList<>();
  private final AtomicInteger formsRead = new AtomicInteger();
  private final HttpClient client = HttpClient.newHttpClient();
  private final GatewayServer server = server(LONGEST);

  private GatewayServer server(int longest) {
    Outcomes outcomes = new Outcomes();
    outcomes.add(told::add);
    Routes routes =
        new Routes(
                (error, exchange) -> Answer.of(error.status(), "text/plain", error.reason()),
                new Scope(new TestClock(), outcomes))
            .post(
                "/form",
                exchange -> {
                  exchange.form();
                  formsRead.incrementAndGet();
                  return Answer.status(204);
                })
            .post("/echo", exchange -> Answer.of(200, "text/plain", exchange.body()));
    return new GatewayServer(new LoopbackSettings().maximumBodyBytes(longest).build(), routes);
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
  void membersOfGzipAreReadOneAfterTheOther() throws Exception {
    byte[] body =
        join(gzip("one ".getBytes(UTF_8)), gzip(new byte[0]), gzip("two".getBytes(UTF_8)));

    assertThat(compressed(body).body()).isEqualTo("one two");
  }

  @Test
  void manyEmptyMembersAreRefusedAtOnce() throws Exception {
    byte[] empty = gzip(new byte[0]);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = 0; i < 50_000; i++) {
      body.write(empty);
    }

    assertThat(compressed(Arrays.copyOf(body.toByteArray(), LONGEST)).statusCode()).isEqualTo(400);
    assertThat(compressed(gzip("still here".getBytes(UTF_8))).body()).isEqualTo("still here");
  }

  @Test
  void whatIsMuchLongerThanItsGzipIsRefused() throws Exception {
    assertThat(compressed(gzip(new byte[LONGEST])).body()).hasSize(LONGEST);
    assertThat(compressed(gzip(new byte[LONGEST + 1])).statusCode()).isEqualTo(413);
    assertThat(compressed(gzip(new byte[100 * LONGEST])).statusCode()).isEqualTo(413);
  }

  @Test
  void anyLimitIsOneThatGzipIsReadUpTo() throws Exception {
    try (GatewayServer wide = server(Integer.MAX_VALUE)) {
      wide.start();
      assertThat(compressed(wide, gzip("hello".getBytes(UTF_8))).body()).isEqualTo("hello");
      assertThat(compressed(wide, gzip(new byte[4 * LONGEST])).statusCode()).isEqualTo(413);
    }
  }

  @Test
  void whateverIsWrongInAGzipIsRefusedAndNothingElseHappens() throws Exception {
    byte[] right = gzip("a body that is quite long, or long enough".getBytes(UTF_8));
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      byte[] wrong = right.clone();
      wrong[random.nextInt(wrong.length)] ^= (byte) (1 << random.nextInt(8));
      wrong = random.nextBoolean() ? wrong : Arrays.copyOf(wrong, random.nextInt(wrong.length));
      assertThat(compressed(wrong).statusCode()).isIn(200, 400);
    }
    for (int i = 0; i < 100; i++) {
      byte[] garbage = new byte[1 + random.nextInt(50)];
      random.nextBytes(garbage);
      assertThat(compressed(join(right, garbage)).statusCode()).isEqualTo(400);
    }
    assertThat(told).noneMatch(Outcome.Failed.class::isInstance);
  }

  @Test
  void aBodyThatIsAnnouncedAsTooLongIsRefusedBeforeItComes() throws IOException {
    String answer =
        RawHttp.exchange(
            server.address(),
            """
            POST /echo HTTP/1.1\r
            Host: localhost\r
            Content-Length: %d\r
            Expect: 100-continue\r
            \r
            """
                .formatted(LONGEST + 1));

    assertThat(answer).startsWith("HTTP/1.1 413").doesNotContain("100 Continue");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip, chunked", "chunked, gzip, chunked", "identity", "deflate"})
  void aTransferEncodingOtherThanChunkedIsNotReadAsIfItWereNone(String coding) {
    String answer =
        RawHttp.exchange(
            server.address(),
            "POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: "
                + coding
                + "\r\nConnection: close\r\n\r\n5\r\nhello\r\n0\r\n\r\n");

    assertThat(answer).containsPattern("^HTTP/1\\.1 (501|400)");
  }

  @Test
  void anEncodingThatIsNotReadIsNamedToTheOperator() throws Exception {
    HttpResponse<String> answer = post(server, "br", new byte[] {1, 2, 3});

    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(told)
        .filteredOn(Outcome.Rejected.class::isInstance)
        .singleElement()
        .satisfies(
            rejected ->
                assertThat(((Outcome.Rejected) rejected).diagnosis().seen())
                    .isEqualTo(Optional.of("br")));
  }

  @Test
  void theMemoryOfBodiesIsGivenBackHoweverTheyEnd() throws Exception {
    BodyMemory memory = new BodyMemory(100);
    assertThat(memory.take(60)).isTrue();
    assertThat(memory.take(60)).isFalse();
    assertThat(memory.taken()).isEqualTo(60);
    memory.giveBack(60);
    assertThat(memory.take(100)).isTrue();

    for (int i = 0; i < 20; i++) {
      try (Socket socket = new Socket(server.address().getHost(), server.address().getPort())) {
        OutputStream out = socket.getOutputStream();
        out.write(
            "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\nhalf"
                .getBytes(UTF_8));
        socket.setSoLinger(true, 0);
      }
    }
    assertThat(post(server, "identity", new byte[LONGEST]).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "gzip"})
  void whatAClientHasSentThatLeavesBeforeTheEndIsNotWorkedOn(String encoding) throws Exception {
    byte[] body = new byte[LONGEST];
    Arrays.fill(body, (byte) '&');
    byte[] sent = encoding.equals("gzip") ? gzip(body) : body;
    for (int i = 0; i < 20; i++) {
      try (Socket socket = new Socket(server.address().getHost(), server.address().getPort())) {
        OutputStream out = socket.getOutputStream();
        out.write(
            "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Encoding: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(encoding, sent.length + 1)
                .getBytes(UTF_8));
        out.write(sent);
        if (i % 2 == 0) {
          socket.setSoLinger(true, 0);
        }
      }
    }

    await().until(() -> told.stream().filter(Outcome.Rejected.class::isInstance).count() == 20);
    assertThat(formsRead).hasValue(0);
    assertThat(post(server, "identity", new byte[] {'a'}).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> compressed(byte[] body) throws Exception {
    return compressed(server, body);
  }

  private HttpResponse<String> compressed(GatewayServer to, byte[] body) throws Exception {
    return post(to, "gzip", body);
  }

  private HttpResponse<String> post(GatewayServer to, String encoding, byte[] body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(to.address().resolve("/echo"))
            .header("Content-Encoding", encoding)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(bytes);
    }
    return compressed.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
