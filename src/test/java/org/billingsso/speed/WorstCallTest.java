package org.billingsso.speed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.Socket;
import java.net.URI;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.billingsso.directory.Secret;
import org.billingsso.gateway.Gateway;
import org.billingsso.journal.Outcome;
import org.billingsso.speed.BadCalls.BadCall;
import org.billingsso.twocheckout.HashAlgorithm;
import org.billingsso.twocheckout.LoginHash;
import org.junit.jupiter.api.Test;

/**
 * No call costs many times what a usual one does, however it is made. Only processor time of the
 * server's own threads counts, and only its ratio to a usual call of the same run.
 */
class WorstCallTest {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** A body of 1 MB has to be read, after all. */
  private static final int MOST_TIMES = 150;

  private static final int ROUNDS = 3;
  private static final int USUAL_CALLS = 300;

  @Test
  void costsNotManyTimesAUsualOne() throws Exception {
    List<Outcome> failures = new CopyOnWriteArrayList<>();
    try (Gateway gateway = Gateway.builder().start()) {
      gateway
          .world()
          .outcomes()
          .add(
              outcome -> {
                if (outcome instanceof Outcome.Failed) {
                  failures.add(outcome);
                }
              });
      Map<String, Long> nanos = new HashMap<>();
      for (int round = 0; round < ROUNDS; round++) {
        for (BadCall call : BadCalls.inSession(session(gateway.address()))) {
          long before = processorNanos();
          String answer = send(gateway.address(), call);
          nanos.merge(call.name(), processorNanos() - before, Math::min);

          assertThat(answer).as(call.name()).startsWith("HTTP/1.1 ");
        }
      }
      long usual = usualNanos(gateway.address());
      assertThat(nanos)
          .allSatisfy((name, took) -> assertThat(took / usual).as(name).isLessThan(MOST_TIMES));
    }
    assertThat(failures).isEmpty();
  }

  private static long usualNanos(URI server) throws IOException {
    BadCall usual = BadCalls.usual(session(server));
    long least = Long.MAX_VALUE;
    for (int i = 0; i < USUAL_CALLS; i++) {
      long before = processorNanos();
      send(server, usual);
      least = Math.min(least, processorNanos() - before);
    }
    return least;
  }

  /** What all threads but the one that sends have used. */
  private static long processorNanos() {
    long sender = Thread.currentThread().getId();
    return LongStream.of(THREADS.getAllThreadIds())
        .filter(thread -> thread != sender)
        .map(THREADS::getThreadCpuTime)
        .filter(nanos -> nanos > 0)
        .sum();
  }

  private static String session(URI server) throws IOException {
    String date = DATE.format(InstantSource.system().instant());
    String hash =
        LoginHash.compute(HashAlgorithm.SHA256, Secret.of("demo-secret-key"), "DEMOSHOP", date);
    try (Connection connection = new Connection(server)) {
      return connection
          .post(
              "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"login\",\"params\":[\"DEMOSHOP\",\"%s\",\"%s\"]}"
                  .formatted(date, hash))
          .replaceFirst(".*\"result\":\"", "")
          .replaceFirst("\".*", "");
    }
  }

  private static String send(URI server, BadCall call) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(20_000);
      StringBuilder head = new StringBuilder();
      head.append(call.method())
          .append(' ')
          .append(call.path())
          .append(" HTTP/1.1\r\nHost: ")
          .append(server.getAuthority())
          .append("\r\nConnection: close\r\n");
      call.headers().forEach(line -> head.append(line).append("\r\n"));
      head.append("Content-Length: ").append(call.body().length).append("\r\n\r\n");
      var out = socket.getOutputStream();
      out.write(head.toString().getBytes(ISO_8859_1));
      try {
        out.write(call.body());
      } catch (IOException hasItsAnswer) {
        // Read below.
      }
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
