package org.billingsso.planhat;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.billingsso.Accounts;
import org.billingsso.RawHttp;
import org.billingsso.Served;
import org.billingsso.TestClock;
import org.billingsso.http.RateLimits;
import org.billingsso.platform.Installation;
import org.billingsso.portal.Browser;
import org.billingsso.store.Race;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Planhat dialect over HTTP: every line of its specification. */
class PlanhatTest {
  private static final String BEARER = "Bearer planhat-demo-token";
  private static final String ADA = "5d81eb28aeeafc7a74d8f901";
  private static final String LINKS = "/shareabletokens/";
  private static final String ACCESS = "/shareabletokens/access/";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Served DEMO =
      serving(Accounts.demo(Tenants.SECTION), PlanhatSettings.DEFAULTS);

  private Served gateway = DEMO;
  private Browser backEnd = browser();

  @AfterEach
  void closeWhatTheTestServed() {
    if (gateway != DEMO) {
      gateway.close();
    }
    DEMO.clock().set(TestClock.START);
  }

  @AfterAll
  static void close() {
    DEMO.close();
  }

  @Nested
  class TheAccessCheck {
    @ParameterizedTest
    @CsvSource({
      "5d81eb28aeeafc7a74d8f901, true",
      "5D81EB28AEEAFC7A74D8F901, true",
      "extid-ada, true",
      "srcid-crm-ada, true",
      "5d81eb28aeeafc7a74d8f902, false",
      "extid-grace, false",
      "5d81eb28aeeafc7a74d8f903, false",
      "extid-alan, false",
      "5d81eb28aeeafc7a74d8f999, false",
      "extid-nobody, false",
      "extid-crm-ada, false",
      "srcid-ada, false"
    })
    void saysWhetherTheEndUserHasAccess(String id, String access) {
      HttpResponse<String> answer = get(ACCESS + id);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(access);
      assertThat(header(answer, "Content-Type")).isEqualTo("application/json; charset=utf-8");
      assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void isFalseWhereThePortalIsNotEnabled() {
      serve(tenant("one", "enabled: false", ""));
      assertThat(get(ACCESS + "extid-a", "Bearer one-token").body()).isEqualTo("false");
    }

    @Test
    void isNoEndUserOfThatName() {
      HttpResponse<String> answer = get("/shareabletokens/access");
      assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void mayAnswerAnObject() {
      serve(tenant("one", "", "accessShape: object"));
      assertThat(get(ACCESS + "extid-a", "Bearer one-token").body()).isEqualTo("{\"access\":true}");
      assertThat(get(ACCESS + "extid-b", "Bearer one-token").body())
          .isEqualTo("{\"access\":false}");
    }

    @Test
    void mayAnswerByItsStatus() throws Exception {
      serve(tenant("one", "", "accessShape: status"));
      HttpResponse<String> yes = get(ACCESS + "extid-a", "Bearer one-token");
      assertThat(yes.statusCode()).isEqualTo(200);
      assertThat(yes.body()).isEmpty();
      HttpResponse<String> no = get(ACCESS + "extid-b", "Bearer one-token");
      assertThat(no.statusCode()).isEqualTo(403);
      assertThat(message(no)).isEqualTo("The end user has no access to a portal");
    }
  }

  @Nested
  class Issuing {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "5d81eb28aeeafc7a74d8f901",
          "5D81EB28AEEAFC7A74D8F901",
          "extid-ada",
          "srcid-crm-ada",
          "extid%2Dada",
          "%65xtid-ada",
          "extid-ada?",
          "extid-ada?cache=no"
        })
    void answersTheBareUrl(String id) {
      HttpResponse<String> answer = get(LINKS + id);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(header(answer, "Content-Type")).isEqualTo("text/html; charset=utf-8");
      assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
      assertThat(answer.body()).matches(gateway.address() + "/redirect/[0-9A-Za-z]{32}");
    }

    @ParameterizedTest
    @CsvSource({
      "application/json, true",
      "application/json; charset=utf-8, true",
      "Application/JSON, true",
      "'application/json, text/plain, */*', false",
      "text/html, false",
      "*/*, false"
    })
    void answersAJsonStringToWhoAcceptsNothingElse(String accept, boolean json) {
      HttpResponse<String> answer =
          backEnd.request("GET", LINKS + ADA, "Authorization", BEARER, "Accept", accept);

      String quote = json ? "\"" : "";
      assertThat(answer.body())
          .matches(quote + gateway.address() + "/redirect/[0-9A-Za-z]{32}" + quote);
      assertThat(header(answer, "Content-Type"))
          .isEqualTo((json ? "application/json" : "text/html") + "; charset=utf-8");
    }

    @Test
    void mayAnswerAJsonStringAlways() {
      serve(tenant("one", "", "issueShape: json-string"));
      HttpResponse<String> answer = get(LINKS + "extid-a", "Bearer one-token");
      assertThat(answer.body()).matches("\"http://[^\"]+/redirect/[0-9A-Za-z]{32}\"");
      assertThat(header(answer, "Content-Type")).isEqualTo("application/json; charset=utf-8");
    }

    @Test
    void mayAnswerAnObject() throws Exception {
      serve(tenant("one", "", "issueShape: object"));
      HttpResponse<String> answer = get(LINKS + "extid-a", "Bearer one-token");
      assertThat(JSON.readTree(answer.body()).get("url").textValue())
          .matches("http://.+/redirect/[0-9A-Za-z]{32}");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "extid-a%2Fb",
          "extid-a%2fb",
          "extid-50%25%20of%20%C3%A4",
          "srcid-x%3By",
          "extid-access",
          "srcid-a+b",
          "extid-%3F%23"
        })
    void takesUrlEncodedIds(String id) {
      serve(
          """
          planhat:
            tenants:
              - name: one
                tokens: [{ token: one-token }]
                companies:
                  - name: Company
                    portal:
                      slug: company
                      name: Company
                      endUsers:
                        - 5d81eb28aeeafc7a74d8f9a1
                        - 5d81eb28aeeafc7a74d8f9a2
                        - 5d81eb28aeeafc7a74d8f9a3
                        - 5d81eb28aeeafc7a74d8f9a4
                    endUsers:
                      - id: 5d81eb28aeeafc7a74d8f9a1
                        externalId: a/b
                        sourceId: x;y
                        person: { firstName: A, lastName: B, email: a@one.example }
                      - id: 5d81eb28aeeafc7a74d8f9a2
                        externalId: 50% of ä
                        sourceId: a+b
                        person: { firstName: A, lastName: B, email: b@one.example }
                      - id: 5d81eb28aeeafc7a74d8f9a3
                        externalId: access
                        person: { firstName: A, lastName: B, email: c@one.example }
                      - id: 5d81eb28aeeafc7a74d8f9a4
                        externalId: "?#"
                        person: { firstName: A, lastName: B, email: d@one.example }
          """);
      assertThat(get(LINKS + id, "Bearer one-token").statusCode()).isEqualTo(200);
      assertThat(get(ACCESS + id, "Bearer one-token").body()).isEqualTo("true");
    }

    @Test
    void takesAGetWithABody() {
      String request =
          "GET /shareabletokens/extid-ada HTTP/1.1\nAuthorization: "
              + BEARER
              + "\nContent-Type: application/json\nContent-Length: 2\n\n{}";
      assertThat(RawHttp.send(gateway.address(), List.of(request, request)).split("/redirect/", -1))
          .hasSize(3);
    }

    @Test
    void leavesEarlierLinksAsTheyAre() {
      String first = link();
      link();
      assertThat(browser().get(first).statusCode()).isEqualTo(303);
    }

    @Test
    void doesNotHappenByHead() {
      HttpResponse<String> answer = backEnd.request("HEAD", LINKS + ADA, "Authorization", BEARER);
      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(header(answer, "Allow")).isEqualTo("GET");
    }
  }

  @Nested
  class Authentication {
    @Test
    void isABearerTokenOrABasicUser() {
      assertThat(get(ACCESS + ADA, "Bearer planhat-demo-token").statusCode()).isEqualTo(200);
      assertThat(get(ACCESS + ADA, "bearer planhat-demo-token").statusCode()).isEqualTo(200);
      assertThat(get(ACCESS + ADA, basic("planhat-demo-token:")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Bearer other-token",
          "Bearer PLANHAT-DEMO-TOKEN",
          "Bearer planhat-demo-token:",
          "Bearer",
          "planhat-demo-token",
          "Token planhat-demo-token",
          "Basic planhat-demo-token:",
          "Basic %%%"
        })
    void isNothingElse(String authorization) throws Exception {
      HttpResponse<String> answer = get(ACCESS + ADA, authorization);
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(message(answer)).isEqualTo("The API token is missing or unknown");
    }

    @Test
    void needsTheColonInBasic() {
      assertThat(get(ACCESS + ADA, basic("planhat-demo-token")).statusCode()).isEqualTo(401);
      assertThat(get(ACCESS + ADA, basic(":")).statusCode()).isEqualTo(401);
      assertThat(get(ACCESS + ADA, basic(":planhat-demo-token")).statusCode()).isEqualTo(401);
    }

    @Test
    void isNeeded() {
      assertThat(backEnd.get(LINKS + ADA).statusCode()).isEqualTo(401);
    }

    private String basic(String text) {
      return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Nested
  class AnError {
    @ParameterizedTest
    @CsvSource({
      "/shareabletokens/ada, 400, 'An end user''s id is 24 hex digits, or begins with extid- or srcid-'",
      "/shareabletokens/5d81eb28aeeafc7a74d8f90, 400, 'An end user''s id is 24 hex digits, or begins with extid- or srcid-'",
      "/shareabletokens/5d81eb28aeeafc7a74d8f90g, 400, 'An end user''s id is 24 hex digits, or begins with extid- or srcid-'",
      "/shareabletokens/extid-, 400, 'An end user''s id is 24 hex digits, or begins with extid- or srcid-'",
      "/shareabletokens/access/x, 400, 'An end user''s id is 24 hex digits, or begins with extid- or srcid-'",
      "/shareabletokens/extid-nobody, 404, There is no such end user",
      "/shareabletokens/extid-Ada, 404, There is no such end user",
      "/shareabletokens/extid-grace, 403, The end user has no access to a portal",
      "/shareabletokens/extid-alan, 403, The end user has no access to a portal",
      "/shareabletokens/other/extid-ada, 404, This operation is not part of the emulation",
      "/shareabletokens, 404, This operation is not part of the emulation"
    })
    void isAMessageInJson(String path, int status, String message) throws Exception {
      HttpResponse<String> answer = get(path);
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(message(answer)).isEqualTo(message);
      assertThat(header(answer, "Content-Type")).isEqualTo("application/json; charset=utf-8");
      assertThat(header(answer, "X-Rate-Limit-Limit")).isEqualTo("200");
    }

    @Test
    void tellsOfATokenWithoutThePermission() throws Exception {
      serve(directory(tenant("one", "", "", "sharesPortals: false")), PlanhatSettings.DEFAULTS);
      HttpResponse<String> answer = get(LINKS + "extid-a", "Bearer one-token");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(message(answer)).isEqualTo("The API token lacks the permission to share portals");
      assertThat(get(ACCESS + "extid-a", "Bearer one-token").statusCode()).isEqualTo(403);
    }

    @Test
    void tellsOfTheTokenFirst() {
      assertThat(get(LINKS + "x", "Bearer other-token").statusCode()).isEqualTo(401);
    }

    @Test
    void tellsNothingOfAFailureInside() throws Exception {
      serve(Accounts.demo(Tenants.SECTION), new PlanhatSettings(Duration.ZERO, false, 200));
      HttpResponse<String> answer = get(LINKS + ADA);
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(message(answer)).isEqualTo("Server Error");
    }

    @Test
    void isTheSameForAnotherMethod() throws Exception {
      HttpResponse<String> answer = backEnd.request("POST", LINKS + ADA, "Authorization", BEARER);
      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(header(answer, "Allow")).isEqualTo("GET");
      assertThat(message(answer)).isNotEmpty();
    }
  }

  @Nested
  class TheRateLimit {
    private static final PlanhatSettings TWO_CALLS = new PlanhatSettings(ofSeconds(30), true, 2);

    @Test
    void isToldOnEveryAnswer() {
      serve(Accounts.demo(Tenants.SECTION), PlanhatSettings.DEFAULTS);
      gateway.clock().set(Instant.parse("2026-11-22T09:30:15Z"));
      assertThat(rate(get(ACCESS + ADA))).isEqualTo("199 of 200");
      assertThat(rate(get(LINKS + ADA))).isEqualTo("198 of 200");
      assertThat(rate(get(LINKS + "x"))).isEqualTo("197 of 200");
      assertThat(rate(get(LINKS + ADA, "Bearer x"))).isEqualTo("200 of 200");
      gateway.clock().set(Instant.parse("2026-11-22T09:31:00Z"));
      assertThat(rate(get(LINKS + ADA))).isEqualTo("199 of 200");
    }

    @Test
    void refusesOnlyWhenItIsEnforced() {
      serve(Accounts.demo(Tenants.SECTION), new PlanhatSettings(ofSeconds(30), false, 1));
      get(LINKS + ADA);
      HttpResponse<String> second = get(LINKS + ADA);
      assertThat(second.statusCode()).isEqualTo(200);
      assertThat(rate(second)).isEqualTo("0 of 1");
    }

    @Test
    void refusesWith429UntilTheMinuteIsOver() throws Exception {
      serve(Accounts.demo(Tenants.SECTION), TWO_CALLS);
      gateway.clock().set(Instant.parse("2026-11-22T09:30:15Z"));
      get(LINKS + ADA);
      get(ACCESS + ADA);
      HttpResponse<String> third = get(LINKS + ADA);
      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(message(third)).isEqualTo("More than 2 calls in a minute");
      assertThat(header(third, "Retry-After")).isEqualTo("45");
      assertThat(rate(third)).isEqualTo("0 of 2");
      gateway.clock().advance(ofSeconds(45));
      assertThat(get(LINKS + ADA).statusCode()).isEqualTo(200);
    }

    private String rate(HttpResponse<String> answer) {
      return header(answer, "X-Rate-Limit-Remaining")
          + " of "
          + header(answer, "X-Rate-Limit-Limit");
    }
  }

  @Nested
  class ALink {
    @Test
    void leadsToThePortalSignedIn() {
      Browser browser = browser();
      HttpResponse<String> answer = browser.get(link());

      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(header(answer, "Location")).isEqualTo("/portals/analytical-engines");
      assertThat(header(answer, "Set-Cookie")).contains("HttpOnly").contains("SameSite=Lax");
      assertThat(browser.follow(answer).body()).contains("Welcome, Ada Lovelace");
    }

    @Test
    void worksOnceAndSaysHowToGetBackTheSecondTime() {
      String link = link();
      browser().get(link);
      HttpResponse<String> second = browser().get(link);
      assertThat(second.statusCode()).isEqualTo(410);
      assertThat(second.body())
          .contains("already been used")
          .contains("Go back to the site that sent you here");
    }

    @Test
    void letsInOneOfManyAtOnce() throws Exception {
      String link = link();
      List<Integer> statuses = Race.of(64, thread -> () -> backEnd.get(link).statusCode());
      assertThat(statuses).filteredOn(status -> status == 303).hasSize(1);
      assertThat(statuses).filteredOn(status -> status == 410).hasSize(63);
    }

    @Test
    void worksUntilTheLastMillisecondOfItsThirtySeconds() {
      String inTime = link();
      String late = link();
      gateway.clock().advance(ofMillis(29_999));
      assertThat(browser().get(inTime).statusCode()).isEqualTo(303);
      gateway.clock().advance(ofMillis(1));
      HttpResponse<String> refused = browser().get(late);
      assertThat(refused.statusCode()).isEqualTo(410);
      assertThat(refused.body())
          .contains("has expired")
          .contains("Go back to the site that sent you here");
    }

    @Test
    void livesAsLongAsTheSettingSays() {
      serve(Accounts.demo(Tenants.SECTION), new PlanhatSettings(ofSeconds(90), false, 1));
      String link = link();
      gateway.clock().advance(ofSeconds(89));
      assertThat(browser().get(link).statusCode()).isEqualTo(303);
    }

    @Test
    void isUnknownUnlessItWasIssued() {
      assertThat(browser().get("/redirect/nothing").statusCode()).isEqualTo(404);
      assertThat(browser().get(link().toLowerCase(Locale.ROOT)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "%22", "%22%3E", "/", "/more", "%20", "=", "&quot;", "%3E%3C/a"})
    void saysThatItArrivedDamagedWithSomethingBehindIt(String tail) {
      String link = link();

      HttpResponse<String> page = browser().get(link + tail);

      assertThat(page.statusCode()).isEqualTo(404);
      assertThat(page.body()).contains("This login link arrived damaged");
      assertThat(browser().get(link).statusCode()).isEqualTo(303);
    }

    @Test
    void saysThatItArrivedDamagedWhereverItWasCutOff() {
      String link = link();
      int token = link.lastIndexOf('/') + 1;
      for (String cut : List.of(link.substring(0, token), link.substring(0, token + 31))) {
        assertThat(browser().get(cut).body()).contains("Part of it is missing");
      }
    }

    @Test
    void isNotUsedUpByHeadOrAPrefetch() {
      String link = link();
      browser().request("HEAD", link);
      browser().request("OPTIONS", link);
      browser().request("GET", link, "Purpose", "prefetch");
      assertThat(browser().get(link).statusCode()).isEqualTo(303);
    }
  }

  @Nested
  class ThePortal {
    @Test
    void showsItsNameWhatTheCompanySharesAndThePersonsOwnData() {
      HttpResponse<String> page = signedIn().get("/portals/analytical-engines");

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body())
          .contains("Analytical Engines at Planhat Demo")
          .contains("Success plan", "Three more teams use the engine")
          .contains("Signed in as <strong>Ada Lovelace</strong>")
          .contains("ada@example.com", "Customer Success", "PH-0001", "250.00 GBP");
    }

    @Test
    void isHomeForWhoeverIsSignedIn() {
      HttpResponse<String> answer = signedIn().get("/portals");
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(header(answer, "Location")).isEqualTo("/portals/analytical-engines");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/portals", "/portals/analytical-engines", "/portals/nowhere"})
    void isShownToNobodyElse(String path) {
      HttpResponse<String> page = browser().get(path);
      assertThat(page.statusCode()).isEqualTo(401);
      assertThat(page.body()).doesNotContain("Success plan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/portals/compiler-works", "/portals/nowhere"})
    void isNotThatOfAnotherCompany(String path) {
      assertThat(signedIn().get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void endsWithTheSignOut() {
      Browser browser = signedIn();
      HttpResponse<String> page = browser.get("/portals/analytical-engines");
      browser.signOut(page, "/portals/analytical-engines/sign-out");
      assertThat(browser.get("/portals/analytical-engines").statusCode()).isEqualTo(401);
    }
  }

  @Nested
  class TwoTenants {
    @Test
    void seeOnlyTheirOwnEndUsersAndCountTheirCallsApart() {
      serve(
          directory(tenant("one", "", "", ""), tenant("two", "", "", "")),
          new PlanhatSettings(ofSeconds(30), true, 2));

      assertThat(page("one")).contains("Person of one").doesNotContain("Person of two");
      assertThat(page("two")).contains("Person of two").doesNotContain("Person of one");
      assertThat(get(LINKS + "extid-only-two", "Bearer one-token").statusCode()).isEqualTo(404);
      assertThat(get(LINKS + "extid-only-two", "Bearer two-token").statusCode()).isEqualTo(200);
      assertThat(get(LINKS + "extid-a", "Bearer two-token").statusCode()).isEqualTo(429);
    }

    private String page(String tenant) {
      Browser browser = browser();
      String link = get(LINKS + "extid-a", "Bearer " + tenant + "-token").body();
      return browser.follow(browser.get(link)).body();
    }
  }

  private void serve(String directory) {
    serve(Accounts.of(Tenants.SECTION, directory), PlanhatSettings.DEFAULTS);
  }

  private void serve(Tenants directory, PlanhatSettings settings) {
    gateway = serving(directory, settings);
    backEnd = browser();
  }

  private static Served serving(Tenants directory, PlanhatSettings settings) {
    return Served.with(
        (signOn, routes) ->
            new Planhat()
                .mount(new Installation<>(directory, settings, signOn, new RateLimits()), routes));
  }

  private static String tenant(String name, String portal, String shape) {
    return "planhat:\n  tenants:\n" + tenant(name, portal, shape, "");
  }

  private static Tenants directory(String... tenants) {
    return Accounts.of(Tenants.SECTION, "planhat:\n  tenants:\n" + String.join("", tenants));
  }

  /** A tenant with two end users, of whom the first has access. */
  private static String tenant(String name, String portal, String shape, String token) {
    return """
            - name: %1$s
              %3$s
              tokens:
                - token: %1$s-token
                  %4$s
              companies:
                - name: Company of %1$s
                  portal:
                    slug: company-of-%1$s
                    name: Portal of %1$s
                    %2$s
                    endUsers: [5d81eb28aeeafc7a74d8f9a1, 5d81eb28aeeafc7a74d8f9a3]
                  endUsers:
                    - id: 5d81eb28aeeafc7a74d8f9a1
                      externalId: a
                      person: { firstName: Person of, lastName: %1$s, email: a@%1$s.example }
                    - id: 5d81eb28aeeafc7a74d8f9a2
                      externalId: b
                      person: { firstName: Person of, lastName: %1$s, email: b@%1$s.example }
                    - id: 5d81eb28aeeafc7a74d8f9a3
                      externalId: only-%1$s
                      person: { firstName: Person of, lastName: %1$s, email: c@%1$s.example }
        """
        .formatted(name, portal, shape, token);
  }

  private Browser browser() {
    return new Browser(gateway.address());
  }

  private Browser signedIn() {
    Browser browser = browser();
    browser.get(link());
    return browser;
  }

  private String link() {
    return get(LINKS + ADA).body();
  }

  private HttpResponse<String> get(String path) {
    return get(path, BEARER);
  }

  private HttpResponse<String> get(String path, String authorization) {
    return backEnd.request("GET", path, "Authorization", authorization);
  }

  private static String message(HttpResponse<String> answer) throws JsonProcessingException {
    return JSON.readTree(answer.body()).get("message").textValue();
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }
}
