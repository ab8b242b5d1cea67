package org.billingsso.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Objects;
import org.billingsso.Accounts;
import org.billingsso.TestClock;
import org.billingsso.directory.Directory;
import org.billingsso.directory.Secret;
import org.billingsso.portal.Browser;
import org.billingsso.twocheckout.HashAlgorithm;
import org.billingsso.twocheckout.LoginDate;
import org.billingsso.twocheckout.LoginHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An account that is gone or disabled ends its sessions, and its return does not revive them. */
class GoneAccountTest {
  private static final Directory DEMO = Platforms.DIRECTORY.demo();
  private static final Directory NOBODY = Accounts.directory("# nobody\n");
  private static final String KEY = "demo-secret-key";

  private final TestClock clock = new TestClock();
  private final Gateway gateway =
      Gateway.builder().settings(Settings.ofOneProcess()).accounts(DEMO).clock(clock).start();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    gateway.close();
  }

  /** A portal, and a page of it. */
  enum Portals {
    MY_ACCOUNT("/myaccount/"),
    PARTNER_PANEL("/partners/"),
    CHARGEBEE("/portal/v2/home"),
    PLANHAT("/portals"),
    FUSEBILL("/Portal/Home"),
    FUSEBILL_MANAGED("/ManagedPortal/Home");

    private final String page;

    Portals(String page) {
      this.page = page;
    }
  }

  @ParameterizedTest
  @EnumSource
  void endsThePortalSessionOfWhoeverAsksForAPage(Portals portal) throws Exception {
    endsForGood(portal, NOBODY);
  }

  @ParameterizedTest
  @EnumSource(names = {"MY_ACCOUNT", "PARTNER_PANEL", "PLANHAT"})
  void isTheSameWhereItIsOnlyDisabled(Portals portal) throws Exception {
    endsForGood(
        portal,
        Accounts.directory(
            demoText()
                .replace("enabled: true", "enabled: false")
                .replace("active: true", "active: false")));
  }

  @Test
  void endsTheApiSessionOfWhoeverCalls() throws Exception {
    String session = login();
    gateway.world().serve(NOBODY);
    assertThat(subscription(session)).contains("FORBIDDEN");
    gateway.world().serve(DEMO);

    assertThat(subscription(session)).contains("FORBIDDEN");
    assertThat(subscription(login())).contains("Antivirus Pro");
  }

  private void endsForGood(Portals portal, Directory without) throws Exception {
    Browser visitor = signIn(portal);
    Browser idle = signIn(portal);
    assertThat(isSignedIn(visitor, portal)).isTrue();

    gateway.world().serve(without);
    assertThat(isSignedIn(visitor, portal)).isFalse();
    gateway.world().serve(DEMO);

    assertThat(isSignedIn(visitor, portal)).isFalse();
    assertThat(isSignedIn(idle, portal)).isTrue();
    assertThat(isSignedIn(signIn(portal), portal)).isTrue();
  }

  private boolean isSignedIn(Browser browser, Portals portal) {
    HttpResponse<String> page = browser.get(portal.page);
    if (portal == Portals.PLANHAT && page.statusCode() == 303) {
      page = browser.follow(page); // The portal of the person's own company.
    }
    return page.statusCode() == 200;
  }

  private Browser signIn(Portals portal) throws Exception {
    Browser browser = new Browser(gateway.address());
    assertThat(browser.get(link(portal)).statusCode()).isEqualTo(303);
    return browser;
  }

  private String link(Portals portal) throws Exception {
    return switch (portal) {
      case MY_ACCOUNT -> call("getSingleSignOn", login(), "DC47E143FA");
      case PARTNER_PANEL -> {
        String session = login();
        rpc("setPartner", session, "PARTNER01");
        yield call(
            "getPartnerSingleSignOn",
            session,
            "admin@partner01.example",
            "PARTNER01",
            gateway.address() + "/partners/");
      }
      case CHARGEBEE ->
          json(send(
                  request("/api/v2/portal_sessions", basic("test_demo_key:"))
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .POST(BodyPublishers.ofString("customer[id]=cb_ada"))))
              .at("/portal_session/access_url")
              .textValue();
      case PLANHAT -> send(request("/shareabletokens/extid-ada", basic("planhat-demo-token:")));
      case FUSEBILL, FUSEBILL_MANAGED ->
          portal.page
              + "?token="
              + json(send(
                      request("/v1/SingleSignOn/GetSingleSignOnToken/1001", "Basic MDpERU1PS0VZ")))
                  .textValue();
    };
  }

  private String login() throws Exception {
    String date = new LoginDate(clock.instant()).toString();
    String hash = LoginHash.compute(HashAlgorithm.SHA256, Secret.of(KEY), "DEMOSHOP", date);
    return call("login", "DEMOSHOP", date, hash);
  }

  private String subscription(String session) throws Exception {
    return rpc("getSubscription", session, "DC47E143FA");
  }

  private String call(String method, String... params) throws Exception {
    return json(rpc(method, params)).get("result").textValue();
  }

  private String rpc(String method, String... params) throws Exception {
    String json =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":[\"%s\"]}"
            .formatted(method, String.join("\",\"", params));
    return send(request("/rpc/6.0/", "").POST(BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path, String authorization) {
    HttpRequest.Builder request = HttpRequest.newBuilder(gateway.address().resolve(path));
    return authorization.isEmpty() ? request : request.header("Authorization", authorization);
  }

  private String send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString()).body();
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  private static String basic(String text) {
    return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static String demoText() throws IOException {
    try (InputStream file = GoneAccountTest.class.getResourceAsStream("/demo-directory.yaml")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
    }
  }
}
