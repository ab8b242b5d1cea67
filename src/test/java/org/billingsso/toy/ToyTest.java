package org.billingsso.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.billingsso.TestClock;
import org.billingsso.config.JsonSchema;
import org.billingsso.config.Reading;
import org.billingsso.directory.Directory;
import org.billingsso.directory.DirectoryException;
import org.billingsso.gateway.Gateway;
import org.billingsso.gateway.Platforms;
import org.billingsso.gateway.Settings;
import org.billingsso.gateway.SettingsReader;
import org.billingsso.journal.OutcomeLog;
import org.billingsso.platform.Platform;
import org.billingsso.portal.Browser;
import org.billingsso.store.CapturedLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a platform gets for one package and one entry in the list of platforms. */
class ToyTest {
  private static final List<Platform<?, ?>> PLATFORMS =
      Stream.concat(Platforms.ALL.stream(), Stream.of(new Toy())).toList();

  private static final String ACCOUNTS =
      """
      toy:
        shops:
          - name: red
            apiKey: red-key
            customers:
              - number: 7
                toys: 3
                person: { firstName: Ada, lastName: Lovelace, email: ada@example.com }
          - { name: blue, apiKey: blue-key, customers: [] }
      """;

  private final TestClock clock = new TestClock();
  private final Path directory;
  private final Gateway gateway;
  private final Browser browser;

  ToyTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    this.gateway =
        start(directory, clock, ACCOUNTS, "toy: { linkValidity: 5s, callsPerMinute: 4 }\n");
    this.browser = new Browser(gateway.address());
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void aLinkSignsAVisitorInOnceAndThePageShowsWhoItIs() {
    String link = link("");
    HttpResponse<String> home = browser.follow(browser.get(link));

    assertThat(home.body()).contains("Your 3 toys", "Ada Lovelace", "customer 7");
    assertThat(browser.get(link).body()).contains("already been used");
    browser.signOut(home, "/toy/sign-out");
    assertThat(browser.get("/toy/home").statusCode()).isEqualTo(401);
  }

  @Test
  void itsOwnSettingCounts() {
    String link = link("");
    String late = link("");

    clock.advance(Duration.ofSeconds(5).minusMillis(1));
    assertThat(browser.get(link).statusCode()).isEqualTo(303);
    clock.advance(Duration.ofMillis(1));
    assertThat(browser.get(late).body()).contains("has expired");
  }

  @Test
  void aNamedWorldHasItToo() {
    String link = link("/w/mine");

    assertThat(link).startsWith(gateway.address() + "/w/mine/toy/enter/");
    assertThat(browser.get(link.replace("/w/mine", "")).statusCode()).isEqualTo(404);
    assertThat(browser.follow(browser.get(link)).body())
        .contains("Your 3 toys", "/w/mine/toy/sign-out");
    assertThat(browser.get("/toy/home").statusCode()).isEqualTo(401);
  }

  @Test
  void aRefusedCallHasItsWordsAndALineInTheLog() {
    try (CapturedLog log = CapturedLog.withInfoOf(OutcomeLog.class)) {
      assertRefused(issue("", "8", "red-key"), 404, "no such customer");
      assertRefused(issue("", "7", "green-key"), 401, "no such key");
      assertRefused(
          browser.request("POST", "/toy/api/other", "Authorization", "Bearer blue-key"),
          404,
          "no such call");
      assertRefused(browser.get("/toy/api/links/7"), 405, "Method Not Allowed");

      assertThat(log.lines()).hasSize(4);
      assertThat(log.lines().get(0))
          .contains("toy issueLink from 127.0.0.1 (red) was refused with trouble")
          .contains("the shop has no customer of that number")
          .contains("the number of a customer of red");
      assertThat(log.lines().get(1)).contains("toy issueLink from 127.0.0.1 was refused");
    }
  }

  @Test
  void callsAreLimitedByItsOwnSetting() {
    for (int i = 0; i < 4; i++) {
      assertThat(issue("", "7", "red-key").statusCode()).isEqualTo(201);
    }
    assertRefused(issue("", "7", "red-key"), 429, "wait for 60 s");
    assertRefused(issue("", "7", "blue-key"), 404, "no such customer");
  }

  @Test
  void whatIsWrongWithItsAccountsIsToldWithPathAndLine() {
    String wrong =
        ACCOUNTS.replace("toys: 3", "toys: -3").replace("apiKey: blue-key", "apiKey: red-key");

    assertThatThrownBy(() -> start(directory, clock, wrong, ""))
        .isInstanceOf(DirectoryException.class)
        .hasMessageContaining(
            "accounts.yaml:7  toy.shops[0].customers[0].toys: must not be negative")
        .hasMessageContaining(
            "accounts.yaml:9  toy.shops[1].apiKey: is the same as toy.shops[0].apiKey in line 4");
  }

  @Test
  void whatIsWrongWithItsSettingsIsToldWithPathAndLine() throws IOException {
    assertThat(read(directory, "toy:\n  callsPerMinute: 0\n  links: 1\n"))
        .isInstanceOfSatisfying(
            Reading.Unusable.class,
            unusable ->
                assertThat(unusable.problems().toString())
                    .contains("gateway.yaml:2  toy.callsPerMinute: must be 1 at least")
                    .contains("gateway.yaml:3  toy.links: is unknown"));
  }

  @Test
  void theSchemasOfBothFilesHaveIt() {
    assertThat(JsonSchema.of(new SettingsReader(PLATFORMS).binder(), Settings.class, "").toString())
        .contains("toy={", "how many calls a shop may make in a minute");
    assertThat(
            JsonSchema.of(Platforms.directoryOf(PLATFORMS).binder(), Directory.class, "")
                .toString())
        .contains("toy={", "how many toys it has");
  }

  private static Gateway start(Path directory, TestClock clock, String accounts, String settings)
      throws IOException {
    Path file = Files.writeString(directory.resolve("accounts.yaml"), accounts);
    return Gateway.builder()
        .platforms(PLATFORMS)
        .settings(
            read(
                    directory,
                    "port: 0\nstore: 'memory:'\ndirectory: %s\n%s".formatted(file, settings))
                .orElseThrow(problems -> new IllegalStateException(problems.toString())))
        .clock(clock)
        .start();
  }

  private static Reading<Settings> read(Path directory, String settings) throws IOException {
    Path file = Files.writeString(directory.resolve("gateway.yaml"), settings);
    return new SettingsReader(PLATFORMS).read(Optional.of(file), Map.of(), Map.of());
  }

  private HttpResponse<String> issue(String base, String number, String key) {
    return browser.request(
        "POST", base + "/toy/api/links/" + number, "Authorization", "Bearer " + key);
  }

  private String link(String base) {
    HttpResponse<String> answer = issue(base, "7", "red-key");
    assertThat(answer.statusCode()).isEqualTo(201);
    return answer.body().replaceAll(".*\"(http[^\"]+)\".*", "$1");
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String trouble) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo("{\"trouble\":\"" + trouble + "\"}");
  }
}
