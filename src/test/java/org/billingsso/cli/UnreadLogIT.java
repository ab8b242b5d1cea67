package org.billingsso.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway whose log goes to a pipe that nobody reads, and that is full. */
class UnreadLogIT {
  private static final int CALLS = 10_000;
  private static final int CALLS_AT_ONCE = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String REFUSED =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"noSuchMethod\"}";
  private static final Pattern LEFT_OUT = Pattern.compile(" (\\d+) lines were left out here: ");

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;
  private final Program.Serving gateway;

  UnreadLogIT(@TempDir Path directory) throws Exception {
    gateway = new Program(directory).serveUnread("--port", "0", "--store", "memory:");
    address = gateway.address();
  }

  @BeforeEach
  void refuseCalls() throws Exception {
    String batch = "[" + String.join(",", Collections.nCopies(CALLS_AT_ONCE, REFUSED)) + "]";
    HttpRequest call =
        HttpRequest.newBuilder(address.resolve("/rpc/6.0/"))
            .POST(BodyPublishers.ofString(batch))
            .timeout(PATIENCE)
            .build();
    for (int calls = 0; calls < CALLS; calls += CALLS_AT_ONCE) {
      HttpResponse<String> answer = client.send(call, BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  @AfterEach
  void end() {
    gateway.close();
  }

  @Test
  void itAnswersAndTellsLaterHowManyLinesWereLeftOut() throws Exception {
    HttpRequest health =
        HttpRequest.newBuilder(address.resolve("/health/ready")).timeout(PATIENCE).build();
    assertThat(client.send(health, BodyHandlers.discarding()).statusCode()).isEqualTo(200);

    BufferedReader log =
        new BufferedReader(new InputStreamReader(gateway.process().getErrorStream(), UTF_8));
    List<String> lines = new ArrayList<>();
    Matcher leftOut = LEFT_OUT.matcher("");
    while (!leftOut.find()) {
      String line = log.readLine();
      lines.add(line);
      leftOut.reset(line);
    }

    assertThat(lines.stream().filter(line -> line.contains("noSuchMethod")))
        .hasSize(CALLS - Integer.parseInt(leftOut.group(1)));
  }

  @Test
  void itStopsInAnOrderlyWay() throws Exception {
    gateway.process().destroy();

    assertThat(gateway.process().waitFor(PATIENCE.toSeconds(), SECONDS)).isTrue();
    assertThat(gateway.process().exitValue()).isEqualTo(128 + 15);
  }
}
