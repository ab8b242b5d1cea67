package org.billingsso.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.billingsso.directory.Secret;
import org.billingsso.twocheckout.HashAlgorithm;
import org.billingsso.twocheckout.LoginDate;
import org.billingsso.twocheckout.LoginHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that serves is told to read its files again, by a signal or by the command. */
class ReloadIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String MERCHANT = "    - {code: %s, secretKey: secret-key-of-%s}\n";

  @TempDir private Path directory;
  private Program program = new Program(Path.of("."));
  private Program.Serving gateway;

  @BeforeEach
  void serveOneShop() throws Exception {
    program = new Program(directory);
    accounts("ONESHOP");
    settings("port: 0\nstore: 'memory:'\ndirectory: accounts.yaml\n");
    gateway = program.serve("--config", "gateway.yaml");
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void anAccountThatIsNewIsKnownAndSessionsOfTheOthersGoOn() throws Exception {
    String session = logIn("ONESHOP");
    accounts("ONESHOP", "TWOSHOP");

    assertThat(program.run("reload", "--config", "gateway.yaml").status()).isZero();

    await().untilAsserted(() -> assertThat(logIn("TWOSHOP")).contains("\"result\""));
    assertThat(search(result(session))).contains("\"result\":[]");
  }

  @Test
  void sessionsOfAnAccountThatIsGoneAreOver() throws Exception {
    String session = result(logIn("ONESHOP"));
    accounts("TWOSHOP");

    hangUp();

    await().untilAsserted(() -> assertThat(logIn("TWOSHOP")).contains("\"result\""));
    assertThat(search(session)).contains("FORBIDDEN");
    assertThat(logIn("ONESHOP")).contains("AUTHENTICATION_FAILED");
  }

  @Test
  void aFileWithAProblemChangesNothingAndTheProblemIsTold() throws Exception {
    String session = result(logIn("ONESHOP"));
    Files.writeString(directory.resolve("accounts.yaml"), "twocheckout: {merchants: [{}]}\n");

    Program.Outcome command = program.run("reload", "--config", "gateway.yaml");
    assertThat(command.status()).isEqualTo(2);
    assertThat(command.err()).contains("accounts.yaml", "merchants[0].code", "is missing");

    hangUp();
    await()
        .untilAsserted(
            () ->
                assertThat(gateway.errors()).contains("Nothing was changed", "merchants[0].code"));
    assertThat(search(session)).contains("\"result\":[]");
    assertThat(logIn("ONESHOP")).contains("\"result\"");
  }

  @Test
  void aPlatformsSettingCountsAtOnceAndOthersAreNamedThatDoNot() throws Exception {
    settings(
        """
        port: 0
        store: 'memory:'
        directory: accounts.yaml
        keepRecordsFor: 2d
        twocheckout: {refuseMd5: true}
        """);
    hangUp();

    await().untilAsserted(() -> assertThat(gateway.errors()).contains("restart", "keepRecordsFor"));
    assertThat(logIn("ONESHOP", HashAlgorithm.MD5)).contains("AUTHENTICATION_FAILED");
    assertThat(logIn("ONESHOP")).contains("\"result\"");
  }

  @Test
  void whereNoGatewayServesTheCommandSaysSo() throws Exception {
    Program.Outcome command = program.run("reload", "--config", "gateway.yaml");
    assertThat(command.status()).isZero();
    gateway.process().destroy();
    assertThat(gateway.process().waitFor(60, TimeUnit.SECONDS)).isTrue();

    assertThat(directory.resolve("data/gateway.pid")).doesNotExist();
    command = program.run("reload", "--config", "gateway.yaml");
    assertThat(command.status()).isEqualTo(1);
    assertThat(command.err()).contains("No gateway serves here", "gateway.pid");
  }

  private void accounts(String... merchants) throws IOException {
    StringBuilder yaml = new StringBuilder("twocheckout:\n  merchants:\n");
    for (String merchant : merchants) {
      yaml.append(MERCHANT.formatted(merchant, merchant));
    }
    Files.writeString(directory.resolve("accounts.yaml"), yaml);
  }

  private void settings(String yaml) throws IOException {
    Files.writeString(directory.resolve("gateway.yaml"), yaml);
  }

  private void hangUp() throws Exception {
    Process kill =
        new ProcessBuilder("kill", "-HUP", Long.toString(gateway.process().pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  private String logIn(String merchant) throws Exception {
    return logIn(merchant, HashAlgorithm.SHA256);
  }

  private String logIn(String merchant, HashAlgorithm algorithm) throws Exception {
    String date = new LoginDate(InstantSource.system().instant()).toString();
    Secret key = Secret.of("secret-key-of-" + merchant);
    return call("login", merchant, date, LoginHash.compute(algorithm, key, merchant, date));
  }

  private String search(String session) throws Exception {
    return call("searchPartners", session, "nobody");
  }

  private static String result(String answer) {
    return answer.replaceFirst(".*\"result\":\"", "").replaceFirst("\".*", "");
  }

  private String call(String method, String... params) throws Exception {
    String json =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":[\"%s\"]}"
            .formatted(method, String.join("\",\"", params));
    HttpRequest request =
        HttpRequest.newBuilder(gateway.address().resolve("/rpc/6.0/"))
            .POST(BodyPublishers.ofString(json))
            .build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }
}
