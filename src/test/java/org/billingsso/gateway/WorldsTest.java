package org.billingsso.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.billingsso.Accounts;
import org.billingsso.TestClock;
import org.billingsso.directory.Secret;
import org.billingsso.twocheckout.HashAlgorithm;
import org.billingsso.twocheckout.LoginDate;
import org.billingsso.twocheckout.LoginHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Worlds that do not meet, and how many there may be. */
class WorldsTest {
  private static final int MOST = 3;
  private static final int MOST_RECORDS = 4;

  private final TestClock time = new TestClock();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Gateway gateway =
      start(new WorldsSettings(Optional.empty(), MOST, ofHours(1), MOST_RECORDS));

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void linksAndSessionsOfOneWorldMeanNothingInAnother() throws Exception {
    String session = logIn("/w/a");
    String link = link("/w/a", session);

    assertThat(link).startsWith(gateway.address() + "/w/a/myaccount/");
    assertThat(call("/w/b", "getSubscription", session, "DC47E143FA")).contains("FORBIDDEN");
    assertThat(call("", "getSubscription", session, "DC47E143FA")).contains("FORBIDDEN");
    assertThat(get(link.replace("/w/a/", "/w/b/")).statusCode()).isEqualTo(404);
    assertThat(get(link.replace("/w/a/", "/")).statusCode()).isEqualTo(404);
    assertThat(get(link).statusCode()).isEqualTo(303);
    assertThat(get(link).statusCode()).isEqualTo(410);
  }

  @Test
  void theClockOfOneWorldMovesNoOther() throws Exception {
    String here = link("/w/a", logIn("/w/a"));
    String there = link("/w/b", logIn("/w/b"));

    gateway.world("a").clock().advance(Duration.ofSeconds(11));

    assertThat(get(here).statusCode()).isEqualTo(410);
    assertThat(get(there).statusCode()).isEqualTo(303);
  }

  @Test
  void accountsOfOneWorldAreReplacedInNoOther() throws Exception {
    String session = logIn("/w/a");
    gateway.world("b").serve(Accounts.directory("# nobody\n"));

    assertThat(call("/w/a", "getSubscription", session, "DC47E143FA")).contains("Antivirus Pro");
    assertThat(post("/w/b", login(time))).contains("AUTHENTICATION_FAILED");
  }

  @Test
  void oneMoreThanThereMayBeWaitsUntilAnotherIsIdle() throws Exception {
    for (int i = 0; i < MOST; i++) {
      logIn("/w/busy" + i);
    }

    assertThat(get(gateway.address() + "/w/onemore/health").statusCode()).isEqualTo(503);
    assertThatThrownBy(() -> gateway.world("onemore")).hasMessageContaining("too many worlds");

    time.advance(WorldsSettings.SHORTEST_IDLE);
    assertThat(logIn("/w/onemore")).hasSize(40);
  }

  @Test
  void aWorldKeepsNoMoreRecordsThanTheSettingSays() throws Exception {
    String session = logIn("/w/full");
    for (int records = 1; records < MOST_RECORDS; records++) {
      link("/w/full", session);
    }

    assertThat(call("/w/full", "getSingleSignOn", session, "DC47E143FA"))
        .contains("Cannot save security token. Please try again.");
    assertThat(link("/w/other", logIn("/w/other"))).isNotEmpty();
    assertThat(link("", logIn(""))).isNotEmpty();
  }

  @Test
  void whatNobodyUsesIsForgotten() throws Exception {
    String session = logIn("/w/a");
    time.advance(Duration.ofMinutes(59));
    assertThat(gateway.world("a").accounts()).isSameAs(gateway.world().accounts());
    String later = logIn("/w/a");
    time.advance(Duration.ofHours(1));
    gateway.world("b");
    time.advance(Duration.ofHours(1).negated());

    assertThat(call("/w/a", "getSubscription", session, "DC47E143FA")).contains("FORBIDDEN");
    assertThat(call("/w/a", "getSubscription", later, "DC47E143FA")).contains("FORBIDDEN");
  }

  @Test
  void aNameThatIsNoneIsAPathLikeAnyOther() throws Exception {
    for (String odd : new String[] {"/w/", "/w", "/w/a%2Fb/rpc/6.0/", "/w/a.b/"}) {
      assertThat(get(gateway.address() + odd).statusCode()).as(odd).isEqualTo(404);
    }
    assertThatThrownBy(() -> gateway.world("a b")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void switchedOffThereAreNone() throws Exception {
    try (Gateway closed =
        start(new WorldsSettings(Optional.of(false), MOST, ofHours(1), MOST_RECORDS))) {
      assertThat(get(closed.address() + "/w/a/rpc/6.0/?wsdl").statusCode()).isEqualTo(404);
    }
  }

  private Gateway start(WorldsSettings worlds) {
    return Gateway.builder()
        .settings(Settings.ofOneProcess().with(worlds))
        .accounts(Platforms.DIRECTORY.demo())
        .clock(time)
        .start();
  }

  private static Duration ofHours(int hours) {
    return Duration.ofHours(hours);
  }

  private String logIn(String base) throws IOException, InterruptedException {
    return result(post(base, login(time)));
  }

  private String link(String base, String session) throws IOException, InterruptedException {
    return result(call(base, "getSingleSignOn", session, "DC47E143FA"));
  }

  private static String login(TestClock time) {
    String date = new LoginDate(time.instant()).toString();
    String hash =
        LoginHash.compute(HashAlgorithm.SHA256, Secret.of("demo-secret-key"), "DEMOSHOP", date);
    return json("login", "DEMOSHOP", date, hash);
  }

  private String call(String base, String method, String... params)
      throws IOException, InterruptedException {
    return post(base, json(method, params));
  }

  private static String json(String method, String... params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":[\"%s\"]}"
        .formatted(method, String.join("\",\"", params));
  }

  private static String result(String answer) {
    assertThat(answer).contains("\"result\":\"");
    return answer.replaceFirst(".*\"result\":\"", "").replaceFirst("\".*", "");
  }

  private String post(String base, String json) throws IOException, InterruptedException {
    URI rpc = URI.create(gateway.address() + base + "/rpc/6.0/");
    return client
        .send(
            HttpRequest.newBuilder(rpc).POST(BodyPublishers.ofString(json)).build(),
            BodyHandlers.ofString())
        .body();
  }

  private HttpResponse<String> get(String url) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }
}
