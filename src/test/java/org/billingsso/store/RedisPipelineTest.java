package org.billingsso.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.billingsso.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commands in one pipeline, to a server that goes wrong in the middle. */
class RedisPipelineTest {
  private static final String HELD = "held";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Semaphore heldMayBeAnswered = new Semaphore(0);
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private final ServerSocket server = serverSocket();
  private volatile int answersUntilCut = Integer.MAX_VALUE;
  private volatile String persistence = "aof_enabled:1";

  RedisPipelineTest() {
    threads.execute(this::serve);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    threads.shutdownNow();
  }

  @Test
  void aConnectionThatBreaksFailsOnlyThoseThatHaveNoAnswerYet() {
    try (MovableStore store = open()) {
      List<CompletableFuture<Boolean>> answers = together(store, "one", "two", "three", "four");
      answersUntilCut = 2;
      heldMayBeAnswered.release();

      assertThat(answers.get(0).join()).isFalse();
      assertThat(answers.get(1).join()).isFalse();
      for (CompletableFuture<Boolean> lost : answers.subList(2, 4)) {
        assertThatThrownBy(lost::join)
            .hasCauseInstanceOf(StoreException.class)
            .hasMessageContaining("cannot be reached")
            .hasMessageContaining("Whether this operation took effect is unknown: make the call");
      }
      answersUntilCut = Integer.MAX_VALUE;
      assertThat(store.get(key("five"))).isEmpty();
    }
  }

  @Test
  void anAnswerThatIsNoneBreaksTheConnectionForAllThatFollow() {
    try (MovableStore store = open()) {
      List<CompletableFuture<Boolean>> answers = together(store, "one", "garbled", "three");
      int usedSoFar = accepted.get();
      heldMayBeAnswered.release();

      assertThat(answers.get(0).join()).isFalse();
      for (CompletableFuture<Boolean> lost : answers.subList(1, 3)) {
        assertThatThrownBy(lost::join)
            .hasCauseInstanceOf(StoreException.class)
            .hasMessageContaining("answers what no Redis does")
            .hasMessageContaining("Whether this operation took effect is unknown");
      }
      assertThat(store.get(key("five"))).isEmpty();
      assertThat(accepted.get()).isGreaterThan(usedSoFar);
    }
  }

  @Test
  void whoCouldNotBeSentIsNotToldThatItIsUnknown() throws IOException {
    try (MovableStore store = open()) {
      server.close();
      answersUntilCut = 0;
      // A connection that is still open from the start is cut off by this, and no other is had.
      assertThatThrownBy(() -> store.get(key("one"))).isInstanceOf(StoreException.class);

      assertThatThrownBy(() -> store.get(key("one")))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("cannot be reached")
          .hasMessageNotContaining("unknown");
    }
  }

  @Test
  void aCommandThatIsRefusedFailsAlone() {
    try (MovableStore store = open()) {
      List<CompletableFuture<Boolean>> answers = together(store, "one", "refused", "three");
      heldMayBeAnswered.release();

      assertThat(answers.get(0).join()).isFalse();
      assertThatThrownBy(() -> answers.get(1).join())
          .hasMessageContaining("denies this user a command");
      assertThat(answers.get(2).join()).isFalse();
    }
  }

  @Test
  void aCheckThatFailsAfterOpeningLeavesNoConnectionOpen() {
    persistence = "";
    int threadsBefore = evictors();

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("denies this user a command");

    Soon.until(() -> open.get() == 0);
    assertThat(evictors()).isEqualTo(threadsBefore);
  }

  /** Threads that look after a pool which was not closed. */
  private static int evictors() {
    return Math.toIntExact(
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().contains("evictor"))
            .count());
  }

  private MovableStore open() {
    return StoreUrl.parse("redis://127.0.0.1:" + server.getLocalPort()).open(new TestClock());
  }

  /** Whether there are such records, asked in one pipeline while another question is held up. */
  private List<CompletableFuture<Boolean>> together(MovableStore store, String... ids) {
    List<CompletableFuture<Boolean>> answers = new ArrayList<>();
    var unused = CompletableFuture.supplyAsync(() -> store.get(key(HELD)), threads);
    Soon.until(() -> asked.get() == 1);
    for (String id : ids) {
      answers.add(CompletableFuture.supplyAsync(() -> store.get(key(id)).isPresent(), threads));
      Soon.until(() -> waiting() == answers.size());
    }
    return answers;
  }

  /** How many wait for the next pipeline. */
  private static long waiting() {
    return Thread.getAllStackTraces().values().stream()
        .filter(frames -> Stream.of(frames).anyMatch(f -> f.getMethodName().equals("awaitCall")))
        .count();
  }

  private static Key key(String id) {
    return new Key(new Kind("pipeline"), id);
  }

  private static ServerSocket serverSocket() {
    try {
      return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new AssertionError("There is no free port", e);
    }
  }

  private void serve() {
    try {
      while (true) {
        Socket socket = server.accept();
        accepted.incrementAndGet();
        threads.execute(() -> answer(socket));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  /** Speaks as much of Redis' protocol as the store asks. */
  private void answer(Socket socket) {
    open.incrementAndGet();
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream()) {
      int answered = 0;
      for (String head = in.readLine(); head != null; head = in.readLine()) {
        List<String> command = new ArrayList<>();
        for (int i = Integer.parseInt(head.substring(1)); i > 0; i--) {
          in.readLine();
          command.add(in.readLine());
        }
        boolean isGet = command.get(0).equals("GET");
        if (isGet && command.get(1).endsWith(HELD)) {
          asked.incrementAndGet();
          heldMayBeAnswered.acquireUninterruptibly();
        } else if (isGet && answered++ == answersUntilCut) {
          return;
        }
        out.write(answerTo(command).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException gone) {
      // Its client has gone.
    } finally {
      open.decrementAndGet();
    }
  }

  private String answerTo(List<String> command) {
    String denied = "-NOPERM this user has no permissions\r\n";
    return switch (command.get(0)) {
      case "GET" ->
          command.get(1).endsWith("refused")
              ? denied
              : command.get(1).endsWith("garbled") ? ":7\r\n" : "$-1\r\n";
      case "INFO" ->
          switch (command.get(1)) {
            case "cluster" -> bulk("cluster_enabled:0");
            case "persistence" -> persistence.isEmpty() ? denied : bulk(persistence);
            default -> bulk("maxmemory:0\r\n");
          };
      case "HELLO" -> "*2\r\n" + bulk("proto") + ":2\r\n";
      case "CONFIG" -> "*2\r\n" + bulk("appendfsync") + bulk("always");
      default -> "+OK\r\n";
    };
  }

  private static String bulk(String text) {
    return "$" + text.length() + "\r\n" + text + "\r\n";
  }
}
