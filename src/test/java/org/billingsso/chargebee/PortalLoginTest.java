package org.billingsso.chargebee;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.billingsso.chargebee.RunningSites.DEMO_KEY;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.billingsso.Accounts;
import org.billingsso.portal.Browser;
import org.billingsso.store.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal as identity provider. */
class PortalLoginTest {
  private static final String BACK = "?return_url=https://www.example.com/in";
  private static final RunningSites sites = RunningSites.start();

  private final Browser browser = new Browser(sites.address());

  @AfterAll
  static void stop() {
    sites.close();
  }

  @Nested
  class SigningIn {
    @Test
    void returnsWithASessionForTheIntegratorToActivate() {
      HttpResponse<String> answer = open(BACK).submit("ADA@example.com", "portal-demo");

      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(location(answer))
          .matches(
              "https://www\\.example\\.com/in\\?auth_session_id=portal_[0-9A-Za-z]{17}"
                  + "&auth_session_token=[0-9A-Za-z]{33}");
      String id = LoginFormPage.parameter(location(answer), "auth_session_id");
      String token = LoginFormPage.parameter(location(answer), "auth_session_token");
      assertThat(status(id)).isEqualTo("not_yet_activated");
      assertThat(sites.post(DEMO_KEY, "/" + id + "/activate", "token=" + token).status())
          .isEqualTo(200);
      assertThat(status(id)).isEqualTo("activated");
      assertThat(browser.get("/portal/v2/home").body()).contains("Hello, Ada Lovelace");
    }

    @Test
    void withoutAReturnUrlOpensThePortal() {
      HttpResponse<String> answer = open("").submit("grace@example.com", "portal-demo");

      assertThat(location(answer)).isEqualTo("/portal/v2/home");
      assertThat(browser.follow(answer).body()).contains("Hello, Grace Hopper");
    }

    @Test
    void keepsTheQueryAndTheFragmentOfTheReturnUrl() {
      String location =
          location(
              open("?return_url=https%3A%2F%2Fexample.com%2Fin%3Fa%3D1%26b%3D%2526%23top")
                  .submit("ada@example.com", "portal-demo"));

      assertThat(location)
          .startsWith("https://example.com/in?a=1&b=%26&auth_session_id=portal_")
          .endsWith("#top");
    }

    @Test
    void takesUrlsAsTheyAreWithQueriesOfTheirOwn() {
      LoginFormPage form =
          open(
              "?return_url=https://example.com/in?a=1&b=2&cancel_url=https://example.com/out?c=3&d=4"
                  + "&email=ada@example.com");

      assertThat(form.page().body())
          .contains("href=\"https://example.com/out?c=3&amp;d=4\"", "value=\"ada@example.com\"");
      assertThat(location(form.submit("ada@example.com", "portal-demo")))
          .startsWith("https://example.com/in?a=1&b=2&auth_session_id=");
    }

    @Test
    void letsTheFormLeadAwayOnlyIfThereIsASiteToReturnTo() {
      assertThat(policy("?return_url=http://127.0.0.1:5000/")).doesNotContain("form-action");
      assertThat(policy("?cancel_url=https://example.com/")).endsWith("form-action 'self'");
      assertThat(policy("")).endsWith("form-action 'self'");
    }

    private String policy(String query) {
      return open(query).page().headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    @Test
    void beginsASessionOfItsOwnEachTime() {
      String first = location(open(BACK).submit("ada@example.com", "portal-demo"));
      String second = location(open(BACK).submit("ada@example.com", "portal-demo"));

      assertThat(second).isNotEqualTo(first);
    }
  }

  @Nested
  class TheWhitelist {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://example.com",
          "http://example.com/",
          "https://deep.sub.example.com/",
          "https://EXAMPLE.com/",
          "https://example.com:443/",
          "http://example.com:8080/",
          "https://example.com:8443/",
          "https://example.com:9001/",
          "http://localhost:31999/",
          "http://127.0.0.1:4000/x"
        })
    void admitsItsDomainsOnUsualPorts(String url) {
      assertThat(login("return_url", url)).isEqualTo(200);
      assertThat(login("cancel_url", url)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://evil.example/",
          "https://notexample.com/",
          "https://example.com.evil.example/",
          "https://example.com:8081/",
          "http://x.127.0.0.1/",
          "http://127.0.0.2/",
          "http://2130706433/",
          "https://example.com@evil.example/",
          "https://evil.example%5C@example.com/",
          "https://evil.example%23@example.com/",
          "https:evil.example",
          "https:///evil.example",
          "//example.com/",
          "/portal/v2/home",
          "javascript://example.com/%250aalert(1)",
          "ftp://example.com/",
          "https://example.com%0D%0A.evil.example/",
          "https://example.com./"
        })
    void admitsNothingElse(String url) {
      assertThat(login("return_url", url)).isEqualTo(400);
      assertThat(login("cancel_url", url)).isEqualTo(400);
    }

    @Test
    void holdsForTheFormToo() {
      LoginFormPage form = open(BACK);

      HttpResponse<String> answer =
          form.submit(
              Map.of(
                  "email", "ada@example.com",
                  "password", "portal-demo",
                  "return_url", "https://evil.example/"));

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("https://evil.example", "whitelisted");
      assertThat(answer.headers().map()).doesNotContainKeys("Location", "Set-Cookie");
    }

    private int login(String name, String url) {
      return browser.get("/portal/login?" + name + "=" + url).statusCode();
    }
  }

  @Nested
  class AWrongPassword {
    @Test
    void isOneMessageWithTheOneForAnUnknownAddress() {
      HttpResponse<String> wrong = open(BACK).submit("ada@example.com", "portal-demo ");
      HttpResponse<String> unknown = open(BACK).submit(somebody(), "portal-demo");

      assertThat(List.of(wrong.statusCode(), unknown.statusCode())).containsOnly(403);
      assertThat(List.of(wrong.body(), unknown.body()))
          .allSatisfy(
              page ->
                  assertThat(page)
                      .contains("The e-mail address or the password is wrong.")
                      .contains("name=\"return_url\" value=\"https://www.example.com/in\"")
                      .doesNotContain("portal-demo"));
    }

    @Test
    void isSlowedDownMoreAndMoreFromTheThirdOn() {
      String email = somebody();
      for (int i = 0; i < 3; i++) {
        assertThat(open("").submit(email, "wrong").statusCode()).isEqualTo(403);
      }

      HttpResponse<String> early = open("").submit(email, "wrong");
      assertThat(early.statusCode()).isEqualTo(429);
      assertThat(early.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(early.body()).contains("Try again in 1 second.");

      sites.clock().advance(Duration.ofSeconds(1));
      assertThat(open("").submit(email, "wrong").statusCode()).isEqualTo(403);
      assertThat(open("").submit(email, "wrong").headers().firstValue("Retry-After")).hasValue("2");
      assertThat(open("").submit(somebody(), "wrong").statusCode()).isEqualTo(403);
    }

    @Test
    void slowsDownTheRightOneToo() {
      for (int i = 0; i < 3; i++) {
        open("").submit("grace@example.com", "wrong");
      }
      assertThat(open("").submit("grace@example.com", "portal-demo").statusCode()).isEqualTo(429);

      sites.clock().advance(Duration.ofSeconds(1));
      assertThat(open("").submit("grace@example.com", "portal-demo").statusCode()).isEqualTo(303);
      assertThat(open("").submit("grace@example.com", "wrong").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"'', portal-demo", "ada, portal-demo", "ada@example.com, ''"})
    void mayBeNoneAtAll(String email, String password) {
      assertThat(open("").submit(email, password).statusCode()).isEqualTo(403);
    }

    private String somebody() {
      return UUID.randomUUID() + "@example.com";
    }
  }

  @Nested
  class AForm {
    @Test
    void thatAnotherSiteHasMadeSignsNobodyIn() {
      Map<String, String> forged = Map.of("email", "ada@example.com", "password", "portal-demo");
      assertThat(browser.post("/portal/login", forged).statusCode()).isEqualTo(403);

      HttpResponse<String> stolen =
          open("")
              .submit(
                  Map.of("email", "ada@example.com", "password", "portal-demo", "form", "other"));
      assertThat(stolen.statusCode()).isEqualTo(403);
      assertThat(stolen.body()).contains("Please try again");
      assertThat(LoginFormPage.of(browser, stolen).submit("ada@example.com", "portal-demo"))
          .extracting(HttpResponse::statusCode)
          .isEqualTo(303);
    }

    @Test
    void escapesWhatItRepeats() {
      assertThat(open("?email=%22%3E%3Cscript%3E").page().body()).doesNotContain("<script");
    }
  }

  @Nested
  class SigningUp {
    private static final String ONE_SITE =
        """
        chargebee:
          sites:
            - name: only
              apiKeys: [test_demo_key]
              whitelistedDomains: [example.com]
              customers:
                - {id: one, person: {firstName: Alan, lastName: T, email: alan@example.com}}
                - {id: two, person: {firstName: Joan, lastName: C, email: joan@example.com}}
              portalUsers:
                - {email: joan@example.com, password: portal-demo}
        """;

    @Test
    void setsAPasswordForACustomerWhoHasNoneAndSignsIn() {
      try (RunningSites site = start(true)) {
        Browser alan = new Browser(site.address());
        HttpResponse<String> login = alan.get("/portal/login" + BACK);
        assertThat(login.body()).contains("/portal/signup?return_url=");

        HttpResponse<String> answer =
            LoginFormPage.open(alan, "/portal/signup" + BACK)
                .submit("alan@example.com", "a long one");

        assertThat(location(answer)).startsWith("https://www.example.com/in?auth_session_id=");
        assertThat(alan.get("/portal/v2/home").body()).contains("Hello, Alan T");
        assertThat(signIn(site, "alan@example.com", "a long one")).isEqualTo(303);
        assertThat(signIn(site, "alan@example.com", "a long two")).isEqualTo(403);
        assertThat(site.records(new Kind("password")))
            .singleElement()
            .satisfies(
                entry ->
                    assertThat(new String(entry.body(), UTF_8))
                        .contains("$argon2id$")
                        .doesNotContain("a long one"));
      }
    }

    @ParameterizedTest
    @CsvSource({
      "nobody@example.com, a long one, no customer's",
      "joan@example.com, a long one, no customer's",
      "alan@example.com, short, at least 8",
    })
    void isRefused(String email, String password, String message) {
      try (RunningSites site = start(true)) {
        HttpResponse<String> answer =
            LoginFormPage.open(new Browser(site.address()), "/portal/signup")
                .submit(email, password);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains(message);
        assertThat(signIn(site, "joan@example.com", "portal-demo")).isEqualTo(303);
      }
    }

    @Test
    void happensOnce() {
      try (RunningSites site = start(true)) {
        Browser browser = new Browser(site.address());
        LoginFormPage.open(browser, "/portal/signup").submit("alan@example.com", "a long one");

        assertThat(
                LoginFormPage.open(browser, "/portal/signup")
                    .submit("alan@example.com", "a long two")
                    .statusCode())
            .isEqualTo(403);
        assertThat(signIn(site, "alan@example.com", "a long one")).isEqualTo(303);
      }
    }

    @Test
    void canBeTurnedOff() {
      try (RunningSites site = start(false)) {
        Browser browser = new Browser(site.address());

        assertThat(browser.get("/portal/login").body()).doesNotContain("/portal/signup");
        assertThat(browser.get("/portal/signup").statusCode()).isEqualTo(404);
      }
    }

    private RunningSites start(boolean signUp) {
      ChargebeeSettings usual = ChargebeeSettings.DEFAULTS;
      return RunningSites.start(
          Accounts.of(Sites.SECTION, ONE_SITE),
          new ChargebeeSettings(
              usual.linkValidity(),
              usual.idempotencyKeys(),
              usual.callsPerMinute(),
              Optional.of(signUp)));
    }

    private int signIn(RunningSites site, String email, String password) {
      return LoginFormPage.open(new Browser(site.address()), "/portal/login")
          .submit(email, password)
          .statusCode();
    }
  }

  @Nested
  class TheSite {
    @ParameterizedTest
    @CsvSource({
      "demo.portal.example, 200",
      "other.portal.example:8080, 400",
      "other, 400",
      "127.0.0.1, 200",
      "portal.example, 200"
    })
    void isToldByTheHostAndIsTheFirstOtherwise(String host, int status) {
      assertThat(
              sites.raw(
                  "GET /portal/login?return_url=https://example.com/ HTTP/1.1",
                  "Host: " + host,
                  "Connection: close"))
          .startsWith("HTTP/1.1 " + status);
    }
  }

  private LoginFormPage open(String query) {
    return LoginFormPage.open(browser, "/portal/login" + query);
  }

  private static String status(String id) {
    return sites.retrieve(id).session().get("status").textValue();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
