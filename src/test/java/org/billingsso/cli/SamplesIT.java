package org.billingsso.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.billingsso.NeedsClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs every sample as its README says, and follows what it prints. */
class SamplesIT {
  /** Those that need nothing which a development machine may lack. */
  static final List<String> SAMPLES =
      List.of(
          "curl/shopper.sh",
          "node node/shopper.mjs",
          "python3 python/shopper.py",
          "java java/Shopper.java",
          "java -cp ../target/gateway.jar java/TypedShopper.java",
          "planhat/link.sh",
          "python3 planhat/link.py",
          "fusebill/link.sh",
          "python3 fusebill/link.py");

  private static final Pattern LINK = Pattern.compile("https?://\\S+");
  private static final String NOWHERE = "http://127.0.0.1:1";

  private static RunningGateway gateway;

  @BeforeAll
  static void start() {
    gateway = RunningGateway.start(InstantSource.system(), Map.of("store", "memory:"));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Nested
  class ACustomer {
    @ParameterizedTest
    @FieldSource("org.billingsso.cli.SamplesIT#SAMPLES")
    void isSignedOn(String command) throws Exception {
      greets(command, "Ada");
    }

    @ParameterizedTest
    @NeedsClient("php")
    @ValueSource(
        strings = {
          "php php/jsonrpc.php",
          "php php/soap-shopper.php",
          "php planhat/link.php",
          "php fusebill/link.php"
        })
    void isSignedOnFromPhp(String command) throws Exception {
      greets(command, "Ada");
    }

    private void greets(String command, String name) throws Exception {
      List<URI> links = links(run(command, gateway.address().toString()));

      assertThat(links).isNotEmpty();
      for (URI link : links) {
        assertThat(follow(link)).contains(name);
      }
    }
  }

  @Nested
  @NeedsClient("php")
  class APartner {
    @Test
    void isSignedOn() throws Exception {
      List<URI> links = links(run("php php/soap-partner.php", gateway.address().toString()));

      assertThat(links)
          .singleElement()
          .satisfies(link -> assertThat(follow(link)).contains("Alice"));
    }

    @Test
    void comesFromThePortalIntoTheControlPanelAtTheClick() throws Exception {
      int port = freePort();
      URI portal = URI.create("http://127.0.0.1:" + port + "/");
      Process server =
          start(
              "php -S 127.0.0.1:" + port + " -t php/partner-portal", gateway.address().toString());
      try {
        await()
            .ignoreExceptionsInstanceOf(IOException.class)
            .until(() -> follow(portal).contains("<button"));

        HttpResponse<String> panel =
            browser()
                .send(
                    HttpRequest.newBuilder(portal).POST(BodyPublishers.noBody()).build(),
                    BodyHandlers.ofString());

        assertThat(panel.uri().getPath()).isEqualTo("/partners/reports_customers.php");
        assertThat(panel.body()).contains("Alice");
      } finally {
        server.destroy();
      }
    }
  }

  @Nested
  class WithoutAGateway {
    @ParameterizedTest
    @FieldSource("org.billingsso.cli.SamplesIT#SAMPLES")
    void aSampleSaysSoAndFails(String command) throws Exception {
      Process sample = start(command, NOWHERE);

      assertThat(output(sample)).isNotBlank();
      assertThat(sample.waitFor()).isNotZero();
    }
  }

  private static String run(String command, String address) throws Exception {
    Process sample = start(command, address);
    String output = output(sample);
    assertThat(sample.waitFor()).as(output).isZero();
    return output;
  }

  private static Process start(String command, String address) throws IOException {
    ProcessBuilder sample = new ProcessBuilder(command.split(" "));
    sample.directory(Path.of("samples").toFile()).redirectErrorStream(true);
    sample.environment().put("GATEWAY", address);
    return sample.start();
  }

  private static String output(Process sample) throws IOException {
    return new String(sample.getInputStream().readAllBytes(), UTF_8);
  }

  private static List<URI> links(String output) {
    return LINK.matcher(output).results().map(MatchResult::group).map(URI::create).toList();
  }

  private static String follow(URI link) throws IOException, InterruptedException {
    HttpResponse<String> page =
        browser().send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());
    assertThat(page.statusCode()).isEqualTo(200);
    return page.body();
  }

  private static HttpClient browser() {
    return HttpClient.newBuilder()
        .followRedirects(Redirect.NORMAL)
        .cookieHandler(new CookieManager())
        .build();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
