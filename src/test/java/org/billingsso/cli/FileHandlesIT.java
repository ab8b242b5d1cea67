package org.billingsso.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.billingsso.NeedsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that has no more files that it may open, and then has again. */
@NeedsClient("prlimit")
class FileHandlesIT {
  private static final int FILES = 256;
  private static final int CONNECTIONS = 400;
  private static final Pattern CAP = Pattern.compile("only (\\d+) connections are accepted");

  /** Time for a client that finds the queue full to ask the operating system again. */
  private static final int LONGEST_WAIT_MILLIS = 5_000;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<Socket> clients = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Program program;

  FileHandlesIT(@TempDir Path directory) {
    program = new Program(directory);
  }

  @AfterEach
  void closeAll() throws IOException {
    for (Socket client : clients) {
      client.close();
    }
    clients.clear();
  }

  @Test
  void acceptsNoMoreConnectionsThanItHasFilesFor() throws Exception {
    try (Program.Serving gateway = program.serveWithFiles(FILES, "--port", "0")) {
      assertThat(gateway.errors()).contains("may open 256 files", "maximumConnections");
      Matcher cap = CAP.matcher(gateway.errors());
      assertThat(cap.find()).isTrue();
      connect(gateway.address(), CONNECTIONS);
      String full = "There are " + cap.group(1) + " connections";
      await().atMost(PATIENCE).until(() -> gateway.errors().contains(full));

      assertThat(gateway.errors()).doesNotContain("could not be accepted");
      closeAll();
      assertThat(isReady(gateway.address())).isTrue();
    }
  }

  @Test
  void answersAgainOnceItMayOpenFilesAgain() throws Exception {
    try (Program.Serving gateway = program.serve("--port", "0")) {
      assertThat(isReady(gateway.address())).isTrue();
      limit(gateway.process(), openFiles(gateway.process()) + 20);
      connect(gateway.address(), CONNECTIONS);
      await().atMost(PATIENCE).until(() -> gateway.errors().contains("could not be accepted"));
      assertThat(gateway.errors()).contains("maximumConnections", "ulimit -n");

      closeAll();

      assertThat(isReady(gateway.address())).isTrue();
      connect(gateway.address(), CONNECTIONS);
      closeAll();
      assertThat(isReady(gateway.address())).isTrue();
    }
  }

  private void connect(URI gateway, int connections) {
    for (int i = 0; i < connections; i++) {
      Socket client = new Socket();
      clients.add(client);
      try {
        client.connect(
            new InetSocketAddress(gateway.getHost(), gateway.getPort()), LONGEST_WAIT_MILLIS);
        client.getOutputStream().write('G');
      } catch (IOException queueIsFull) {
        return;
      }
    }
  }

  private boolean isReady(URI gateway) throws Exception {
    HttpRequest ready =
        HttpRequest.newBuilder(gateway.resolve("/health/ready")).timeout(PATIENCE).build();
    return http.send(ready, BodyHandlers.discarding()).statusCode() == 200;
  }

  private static int openFiles(Process process) throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
      return Math.toIntExact(open.count());
    }
  }

  private static void limit(Process process, int files) throws Exception {
    Process prlimit =
        new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()), "--nofile=" + files)
            .inheritIO()
            .start();
    assertThat(prlimit.waitFor()).isZero();
  }
}
