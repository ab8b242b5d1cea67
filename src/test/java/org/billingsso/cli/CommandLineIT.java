package org.billingsso.cli;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.billingsso.NeedsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drives the packaged program from outside. */
class CommandLineIT {
  private static final String DATE = "2010-05-13 12:12:12";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private Path directory;
  private Program gateway = new Program(Path.of("."));

  @BeforeEach
  void inADirectoryOfItsOwn() {
    gateway = new Program(directory);
  }

  @Nested
  class Serve {
    @Test
    void isWhatHappensWithoutACommandAndSaysWhereItServes() throws Exception {
      try (Program.Serving serving = gateway.serve("--port", "0", "--store", "memory:")) {
        assertThat(serving.address().getHost()).isEqualTo("127.0.0.1");
        assertThat(serving.address().getPort()).isNotIn(0, 8080);
        assertThat(status(serving.address().resolve("/health/ready"))).isEqualTo(200);
        assertThat(status(serving.address().resolve("/health/live"))).isEqualTo(200);
      }
    }

    @Test
    void showsTheDemoAccounts() throws Exception {
      try (Program.Serving serving = gateway.serve("serve", "--port", "0", "--store", "memory:")) {
        assertThat(String.join("\n", serving.screen()))
            .contains("2Checkout merchant DEMOSHOP, secret key demo-secret-key")
            .contains("customer 352365983  ada@example.com  DC47E143FA 115D3F5ED1")
            .contains("partner  PARTNER99  admin@partner99.example  (inactive)")
            .contains("Chargebee site demo, API key test_demo_key")
            .contains("token planhat-demo-token")
            .contains("API key MDpERU1PS0VZ MDpERU1PS0VZMg==\n  customers 1001 1002");
      }
    }

    @Test
    void showsNoSecretOfRealAccounts() throws Exception {
      Files.writeString(directory.resolve("accounts.yaml"), accounts("REALSHOP", "real-secret"));

      try (Program.Serving serving =
          gateway.serve(
              "--port",
              "0",
              "--store",
              "memory:",
              "--directory",
              "accounts.yaml",
              "--log-level",
              "debug")) {
        assertThat(serving.screen().get(0)).contains("accounts.yaml");
        assertThat(serving.screen()).noneMatch(line -> line.contains("real-secret"));
        assertThat(serving.errors()).doesNotContain("real-secret");
      }
    }

    @Test
    @NeedsClient({"bash", "curl", "openssl", "sed", "date"})
    void printsACommandThatLogsInAndPrintsALink() throws Exception {
      try (Program.Serving serving = gateway.serve("--port", "0", "--store", "memory:")) {
        String pasted =
            String.join(
                "\n",
                serving.screen().stream()
                    .dropWhile(line -> !line.contains("paste this"))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("Ready"))
                    .toList());
        Process bash = new ProcessBuilder("bash", "-c", pasted).start();
        String link =
            new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(link).startsWith(serving.address() + "/myaccount/").contains("logintoken=");
        assertThat(status(URI.create(link))).isEqualTo(303);
      }
    }

    @Test
    void finishesWhatItHasBegunWhenItIsToldToEnd() throws Exception {
      try (Program.Serving serving = gateway.serve("--port", "0", "--store", "memory:");
          Socket client = connect(serving.address())) {
        OutputStream request = client.getOutputStream();
        request.write(
            "POST /rpc/6.0/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n["
                .getBytes(StandardCharsets.US_ASCII));
        request.flush();
        assertThat(status(serving.address().resolve("/health/live"))).isEqualTo(200);

        serving.process().destroy();
        Awaitility.await().until(() -> refusesConnections(serving.address()));
        request.write(']');
        request.flush();

        String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(answer).startsWith("HTTP/1.1 200").contains("-32600");
        assertThat(serving.process().waitFor(60, SECONDS)).isTrue();
        assertThat(serving.process().exitValue()).isEqualTo(128 + 15);
        assertThat(serving.errors()).contains("Stopped").doesNotContain("\tat ");
      }
    }

    @Test
    void showsInTheLogWhatWasSentWithoutLettingItWriteThere() throws Exception {
      try (Program.Serving serving = gateway.serve("--port", "0", "--store", "memory:")) {
        HttpRequest call =
            HttpRequest.newBuilder(serving.address().resolve("/rpc/6.0/"))
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"no\\\\\u0085\u2028\u202e\"}"))
                .build();
        assertThat(HTTP.send(call, BodyHandlers.discarding()).statusCode()).isEqualTo(200);

        Awaitility.await()
            .untilAsserted(
                () -> assertThat(serving.errors()).contains("no\\\\\\u0085\\u2028\\u202E"));
      }
    }

    @Test
    void saysThatAPortIsTaken() throws Exception {
      try (ServerSocket taken = new ServerSocket(0)) {
        String port = String.valueOf(taken.getLocalPort());
        Program.Outcome outcome = gateway.run("--port", port, "--store", "memory:");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
            .startsWith("gateway: The gateway cannot listen on 127.0.0.1 port " + port)
            .doesNotContain("\tat ");
      }
    }

    @Test
    void warnsOfLinksInTheClear() throws Exception {
      try (Program.Serving serving =
          gateway.serve(
              "--host", "0.0.0.0", "--port", "0", "--store", "memory:", "--allow-demo-directory")) {
        assertThat(serving.errors())
            .containsPattern(
                "(?m)^\\S+Z WARN {2}ServeCommand - Login links cross the network in the clear");
      }
    }
  }

  @Nested
  class AnUnusableConfiguration {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "--prot=1                     | --prot",
          "--port=80a                   | --port  port: must be a whole number",
          "--store=mysql:               | --store  store: There is no store engine",
          "--host=0.0.0.0               | --host  host: Other machines can reach this address",
          "--public-url=here            | --public-url  publicUrl: must be http:// or https://",
          "--directory=none.yaml        | The directory none.yaml is not usable",
          "--config=none.yaml           | none.yaml  does not exist",
          "frobnicate                   | frobnicate",
        })
    void endsWithStatus2AndStartsNothing(String argument, String message) throws Exception {
      Program.Outcome outcome = gateway.run(argument);

      assertThat(outcome.status()).isEqualTo(2);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err()).startsWith("gateway: ").contains(message).doesNotContain("\tat ");
      assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void isToldWholeWhereverItComesFrom() throws Exception {
      Files.writeString(directory.resolve("gateway.yaml"), "prot: 1\ntwocheckout:\n  wsdl: x\n");

      Program.Outcome outcome =
          gateway.run(
              Map.of("BILLINGSSO_CONFIG", "gateway.yaml", "BILLINGSSO_FORWARDED", "yes"),
              "--port",
              "x");

      assertThat(outcome.status()).isEqualTo(2);
      assertThat(outcome.err())
          .containsSubsequence(
              "gateway.yaml:1  prot: is unknown",
              "gateway.yaml:3  twocheckout.wsdl: must be literal or encoded",
              "BILLINGSSO_FORWARDED  is unknown",
              "--port  port: must be a whole number");
    }
  }

  @Nested
  class Init {
    @Test
    void writesAConfigurationThatIsUsableAtOnce() throws Exception {
      Program.Outcome outcome = gateway.run("init", "mine");

      assertThat(outcome.status()).isZero();
      assertThat(outcome.out()).contains("gateway check --config mine/gateway.yaml");
      Program.Outcome check = gateway.run("check", "--config", "mine/gateway.yaml");
      assertThat(check.err()).isEmpty();
      assertThat(check.status()).isZero();
      assertThat(check.out()).contains("1 2Checkout merchants, 1 Chargebee sites");
    }

    @Test
    void makesSecretsThatNobodyElseHasOrMayRead() throws Exception {
      gateway.run("init");
      gateway.run("init", "other");

      Path mine = directory.resolve("directory.yaml");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(mine)))
          .isEqualTo("rw-------");
      assertThat(secrets(mine)).hasSize(5).doesNotHaveDuplicates();
      assertThat(secrets(mine))
          .doesNotContainAnyElementsOf(secrets(directory.resolve("other/directory.yaml")));
    }

    @Test
    void overwritesNothing() throws Exception {
      Path mine = Files.writeString(directory.resolve("directory.yaml"), "# mine\n");

      Program.Outcome outcome = gateway.run("init");

      assertThat(outcome.status()).isEqualTo(2);
      assertThat(outcome.err()).startsWith("gateway: directory.yaml is already there");
      assertThat(mine).hasContent("# mine");
      assertThat(directory.resolve("gateway.yaml")).doesNotExist();
    }

    private static List<String> secrets(Path file) throws IOException {
      return Pattern.compile("\"([^\"]{16,})\"")
          .matcher(Files.readString(file))
          .results()
          .map(found -> found.group(1))
          .toList();
    }
  }

  @Nested
  class SchemaForEditors {
    @Test
    void isPrinted() throws Exception {
      assertThat(gateway.run("schema", "settings").out()).contains("\"refuseMd5\"");
      assertThat(gateway.run("schema", "directory").out()).contains("\"externalReference\"");
      assertThat(gateway.run("schema", "other").status()).isEqualTo(2);
    }
  }

  @Nested
  class Check {
    @Test
    void isContentWithADefaultStart() throws Exception {
      Program.Outcome outcome = gateway.run("check");

      assertThat(outcome.status()).isZero();
      assertThat(outcome.out()).contains("The configuration is usable").contains("2 2Checkout");
      assertThat(directory.resolve("data")).doesNotExist();
    }

    @Test
    void namesPathAndLineOfWhatIsWrongInTheDirectory() throws Exception {
      Files.writeString(
          directory.resolve("accounts.yaml"), accounts("SHOP", "key") + "      colour: red\n");

      Program.Outcome outcome = gateway.run("check", "--directory", "accounts.yaml");

      assertThat(outcome.status()).isEqualTo(2);
      assertThat(outcome.err())
          .contains("accounts.yaml:5  twocheckout.merchants[0].colour: is unknown");
    }
  }

  @Nested
  class LoginHash {
    @Test
    void printsDateAndHashInEachAlgorithm() throws Exception {
      Program.Outcome outcome = hash("--merchant", "AVANGATE", "--key", "SECRET_KEY");

      assertThat(outcome.status()).isZero();
      assertThat(outcome.out().lines())
          .containsExactly(
              "merchant  AVANGATE",
              "date      2010-05-13 12:12:12",
              "md5       bf763db7d333e9c3038698cf59ada3e6",
              "sha256    29e85dbf92ce0113e7755c31c0438a7db98a4de9f910bf0a527e005f35e43739",
              "sha3-256  0c7e9c0c96148e5bf8e199a0a0e27977edc099ff0b27794e761853b96e04c7fb");
    }

    @Test
    void knowsTheMerchantsOfTheDirectory() throws Exception {
      assertThat(hash().out()).isEqualTo(hash("--merchant", "DEMOSHOP").out());
      assertThat(hash("--merchant", "NOBODY"))
          .isEqualTo(
              new Program.Outcome(
                  2,
                  "",
                  """
                  gateway: The directory has no merchant NOBODY; give --key
                  Try 'gateway login-hash --help'.
                  """));
    }

    @Test
    void explainsAWrongHash() throws Exception {
      Program.Outcome outcome =
          hash(
              "--merchant",
              "AVANGATE",
              "--key",
              "SECRET_KEY",
              "--algo",
              "sha256",
              "--explain",
              "0C7E9C0C96148E5BF8E199A0A0E27977EDC099FF0B27794E761853B96E04C7FB");

      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.out())
          .containsSubsequence(
              "It was made with sha3-256, but algo says sha256.",
              "The hash has upper-case letters, which does no harm.",
              "behind the gateway's clock",
              "The gateway refuses this login.");
    }

    @Test
    void acceptsWhatTheGatewayWould() throws Exception {
      List<String> printed = gateway.run("login-hash").out().lines().toList();

      Program.Outcome outcome =
          gateway.run(
              "login-hash",
              "--date",
              value(printed, "date"),
              "--explain",
              value(printed, "sha256"));

      assertThat(outcome.status()).isZero();
      assertThat(outcome.out()).endsWith("The gateway accepts this login.\n");
    }

    @Test
    void needsTheDateToExplain() throws Exception {
      Program.Outcome outcome = gateway.run("login-hash", "--explain", "00");

      assertThat(outcome.status()).isEqualTo(2);
      assertThat(outcome.err()).contains("--explain needs the --date");
    }

    private static String value(List<String> lines, String name) {
      return lines.stream()
          .filter(line -> line.startsWith(name))
          .findFirst()
          .orElseThrow()
          .substring(10);
    }

    private Program.Outcome hash(String... arguments) throws Exception {
      String[] all = new String[arguments.length + 3];
      all[0] = "login-hash";
      all[1] = "--date";
      all[2] = DATE;
      System.arraycopy(arguments, 0, all, 3, arguments.length);
      return gateway.run(all);
    }
  }

  @Test
  void tellsItsVersionAndItsCommands() throws Exception {
    assertThat(gateway.run("--version").out()).startsWith("Billing SSO Gateway 0.");
    assertThat(gateway.run("--help").out()).contains("serve", "try", "check", "login-hash");
    assertThat(gateway.run("serve", "--help").out()).contains("--public-url=URL");
  }

  private static String accounts(String merchant, String key) {
    return """
        twocheckout:
          merchants:
            - code: %s
              secretKey: %s
        """
        .formatted(merchant, key);
  }

  private static int status(URI uri) throws Exception {
    HttpResponse<Void> answer =
        HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
    return answer.statusCode();
  }

  private static Socket connect(URI address) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), address.getPort());
  }

  private static boolean refusesConnections(URI address) throws Exception {
    try (Socket socket = connect(address)) {
      return !socket.isConnected();
    } catch (ConnectException refused) {
      return true;
    }
  }
}
