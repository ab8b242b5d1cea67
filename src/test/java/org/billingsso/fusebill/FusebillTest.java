package org.billingsso.fusebill;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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

/** The Fusebill dialect over HTTP: every line of its specification. */
class FusebillTest {
  private static final String KEY = "Basic MDpERU1PS0VZ";
  private static final String SECOND_KEY = "Basic MDpERU1PS0VZMg==";
  private static final String ISSUE = "/v1/SingleSignOn/GetSingleSignOnToken/";
  private static final String GUID =
      "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Served DEMO =
      serving(Accounts.demo(FusebillAccounts.SECTION), FusebillSettings.DEFAULTS);

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
  class Issuing {
    @Test
    void answersAQuotedLowerCaseGuid() {
      HttpResponse<String> answer = issue(KEY, "1001");

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).matches('"' + GUID + '"');
      assertThat(answer.headers().firstValue("Content-Type"))
          .contains("application/json; charset=utf-8");
      assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void takesEveryKeyOfTheAccount() {
      assertThat(issue(KEY, "1001").statusCode()).isEqualTo(200);
      assertThat(issue(SECOND_KEY, "1001").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/v1/SingleSignOn/GetSingleSignOnToken/1001",
          "/V1/singlesignon/getsinglesignontoken/1001",
          "/v1/SINGLESIGNON/GETSINGLESIGNONTOKEN/1001",
          "/v1/SingleSignOn/GetSingleSignOnToken/1001?",
          "/v1/SingleSignOn/GetSingleSignOnToken/1001/",
          "/v1/SingleSignOn/GetSingleSignOnToken/1001?x=1",
          "/v1/SingleSignOn/GetSingleSignOnToken/%31001"
        })
    void takesThePathInAnyLetterCaseAndOddShapes(String path) {
      HttpResponse<String> answer = backEnd.request("GET", path, "Authorization", KEY);
      assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Content-Type: application/json\n\n",
          "Content-Type: application/json\nContent-Length: 0\n\n",
          "Content-Length: 0\n\n",
          "Content-Type: application/json\nContent-Length: 2\n\n{}",
          "Content-Type: application/json\nTransfer-Encoding: chunked\n\n2\n{}\n0\n\n",
        })
    void takesAGetWithABodyAndLeavesTheConnectionUsable(String headersAndBody) {
      String request = "GET " + ISSUE + "1001 HTTP/1.1\nAuthorization: " + KEY + "\n";
      String answers =
          RawHttp.send(
              gateway.address(), List.of(request + headersAndBody, request + headersAndBody));

      assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(3);
    }

    @Test
    void doesNotHappenByHead() {
      String token = token("1001");
      HttpResponse<String> answer = backEnd.request("HEAD", ISSUE + "1001", "Authorization", KEY);

      assertThat(answer.statusCode()).isEqualTo(405);
      assertThat(answer.headers().firstValue("Allow")).contains("GET");
      assertThat(backEnd.get("/Portal/Home?token=" + token).statusCode()).isEqualTo(303);
    }
  }

  @Nested
  class AnError {
    @ParameterizedTest
    @CsvSource(
        textBlock =
            """
            Basic MDpERU1PS0VZ,  1002x,      400, The customer id is not an integer.
            Basic MDpERU1PS0VZ,  10.5,       400, The customer id is not an integer.
            Basic MDpERU1PS0VZ,  %20,        400, The customer id is not an integer.
            Basic MDpERU1PS0VZ,  1001%2F,    400, The customer id is not an integer.
            Basic MDpERU1PS0VZ,  9999,       404, There is no customer with the id 9999.
            Basic MDpERU1PS0VZ,  -1001,      404, There is no customer with the id -1001.
            Basic MDpERU1PS0VZ,  4294968297, 404, There is no customer with the id 4294968297.
            Basic not+base64!,   1001,       400, Authorization key is not in the correct format.
            Basic 0:DEMOKEY,     1001,       400, Authorization key is not in the correct format.
            Basic bm90LWEta2V5,  1001,       401, Authorization key is not a valid one.
            Basic bWRwZXJ1bXBrMHZ6, 1001,    401, Authorization key is not a valid one.
            basic mdperu1ps0vz,  1001,       401, Authorization key is not a valid one.
            Basic,               1001,       401, Authorization key is missing.
            Bearer MDpERU1PS0VZ, 1001,       401, Authorization key is missing.
            MDpERU1PS0VZ,        1001,       401, Authorization key is missing.
            """)
    void hasThePlatformsShape(String authorization, String id, int status, String value)
        throws Exception {
      HttpResponse<String> answer = issue(authorization, id);

      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(JSON.readTree(answer.body())).isEqualTo(error(status, value));
      assertThat(answer.headers().firstValue("Content-Type"))
          .contains("application/json; charset=utf-8");
    }

    @Test
    void comesWithoutAnyAuthorization() throws Exception {
      HttpResponse<String> answer = backEnd.get(ISSUE + "1001");
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(JSON.readTree(answer.body()))
          .isEqualTo(error(401, "Authorization key is missing."));
    }

    @Test
    void tellsOfTheKeyBeforeTheCustomer() {
      assertThat(issue("Basic bm90LWEta2V5", "x").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
      "GET, /v1/Customers/1001, 404",
      "POST, /V1/customers, 404",
      "GET, /v1, 404",
      "GET, /v1/SingleSignOn/GetSingleSignOnToken, 404",
      "POST, /v1/SingleSignOn/GetSingleSignOnToken/1001, 405"
    })
    void isTheSameForWhatIsNotThere(String method, String path, int status) throws Exception {
      HttpResponse<String> answer = backEnd.request(method, path, "Authorization", KEY);
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(JSON.readTree(answer.body()).get("HttpStatusCode").intValue()).isEqualTo(status);
      assertThat(answer.headers().firstValue("X-Rate-Limit-Limit-Minute")).contains("1000");
    }

    @Test
    void tellsNothingOfAFailureInside() throws Exception {
      serve(
          Accounts.demo(FusebillAccounts.SECTION),
          new FusebillSettings(Duration.ZERO, false, 1_000, 1_000));
      HttpResponse<String> answer = issue(KEY, "1001");
      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(JSON.readTree(answer.body())).isEqualTo(error(500, "Server Error"));
    }

    private JsonNode error(int status, String value) throws JsonProcessingException {
      return JSON.readTree(
          """
          {"ErrorId": 0, "HttpStatusCode": %d, "Errors": [{"Key": "Api Error", "Value": "%s"}]}
          """
              .formatted(status, value));
    }
  }

  @Nested
  class TheRateHeaders {
    @Test
    void areOnEveryAnswerAndCountDownUntilTheNextWindow() {
      serve(Accounts.demo(FusebillAccounts.SECTION), FusebillSettings.DEFAULTS);
      gateway.clock().set(Instant.parse("2026-11-22T09:30:15Z"));
      issue(SECOND_KEY, "1002");
      assertThat(rates(issue(KEY, "1001"))).isEqualTo("1000 998 45 180000 179998 52185");
      assertThat(rates(issue(KEY, "nobody"))).isEqualTo("1000 997 45 180000 179997 52185");
      assertThat(rates(issue("Bearer x", "1001"))).isEqualTo("1000 1000 45 180000 180000 52185");

      gateway.clock().set(Instant.parse("2026-11-22T09:31:00Z"));
      assertThat(rates(issue(KEY, "1001"))).isEqualTo("1000 999 60 180000 179996 52140");
      gateway.clock().set(Instant.parse("2026-11-23T00:00:00Z"));
      assertThat(rates(issue(KEY, "1001"))).isEqualTo("1000 999 60 180000 179999 86400");
    }

    @Test
    void refuseNothingUnlessLimitsAreEnforced() {
      serve(
          Accounts.demo(FusebillAccounts.SECTION),
          new FusebillSettings(ofSeconds(60), false, 1, 1));
      issue(KEY, "1001");
      HttpResponse<String> second = issue(KEY, "1001");
      assertThat(second.statusCode()).isEqualTo(200);
      assertThat(rates(second)).startsWith("1 0 ");
    }

    @Test
    void comeWith429BeyondTheLimitOfAMinute() {
      serve(
          Accounts.demo(FusebillAccounts.SECTION),
          new FusebillSettings(ofSeconds(60), true, 2, 1_000));
      issue(KEY, "1001");
      assertThat(issue(SECOND_KEY, "1001").statusCode()).isEqualTo(200);
      HttpResponse<String> third = issue(KEY, "1001");

      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(third.body()).contains("Too many calls. Call again in 60 seconds.");
      gateway.clock().advance(ofSeconds(60));
      assertThat(issue(KEY, "1001").statusCode()).isEqualTo(200);
    }

    @Test
    void comeWith429BeyondTheLimitOfADay() {
      serve(
          Accounts.demo(FusebillAccounts.SECTION),
          new FusebillSettings(ofSeconds(60), true, 1_000, 1));
      issue(KEY, "1001");
      gateway.clock().advance(ofSeconds(60));
      assertThat(issue(KEY, "1001").statusCode()).isEqualTo(429);
    }

    private String rates(HttpResponse<String> answer) {
      List<String> values = new ArrayList<>();
      for (String window : List.of("Minute", "Day")) {
        for (String value : List.of("Limit", "Remaining", "Reset")) {
          values.add(header(answer, "X-Rate-Limit-" + value + "-" + window));
        }
      }
      return String.join(" ", values);
    }
  }

  @Nested
  class ALink {
    @ParameterizedTest
    @CsvSource({
      "/Portal/Home?token=%s, /Portal/Home",
      "/Portal/Account?token=%s, /Portal/Account",
      "/Portal?token=%s, /Portal",
      "/Portal/?token=%s, /Portal/",
      "/Portal/Invoices?a=1&token=%s&b=%%20x&b=2, /Portal/Invoices?a=1&b=%%20x&b=2",
      "/Portal/Invoices?a=1&b&token=%s, /Portal/Invoices?a=1&b",
      "/Portal/What/Ever?token=%s, /Portal/What/Ever",
      "/Portal/What%%20Ever?token=%s, /Portal/What%%20Ever",
      "/portal/paymentmethod?token=%s, /portal/paymentmethod",
      "/Portal/Account?token=%%22%s%%22, /Portal/Account",
      "/Portal/SignOut?token=%s, /Portal/SignOut",
      "/ManagedPortal/Home?token=%s, /ManagedPortal/Home",
      "/ManagedPortal/Statements?token=%s&x=%%2F, /ManagedPortal/Statements?x=%%2F",
      "/managedportal/HOME?token=%s, /managedportal/HOME"
    })
    void leadsToTheSameUrlWithoutTheTokenAndSignedIn(String link, String page) {
      Browser browser = browser();
      HttpResponse<String> answer = browser.get(link.formatted(token("1001")));

      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(header(answer, "Location")).isEqualTo(page.formatted());
      HttpResponse<String> shown = browser.follow(answer);
      assertThat(shown.statusCode()).isEqualTo(200);
      assertThat(shown.body()).contains("Ada Lovelace").contains("customer 1001");
    }

    @Test
    void mayHaveRealQuotesAndCapitalsInIt() {
      String token = token("1001").toUpperCase(Locale.ROOT);
      String answer =
          RawHttp.send(
              gateway.address(),
              List.of("GET /Portal/Home?token=\"" + token + "\"&x=1 HTTP/1.1\n\n"));

      assertThat(answer).startsWith("HTTP/1.1 303").contains("Location: /Portal/Home?x=1");
    }

    @Test
    void worksOnceAndSaysSoTheSecondTime() {
      String link = "/Portal/Home?token=" + token("1001");
      backEnd.get(link);
      gateway.clock().advance(ofSeconds(2));

      HttpResponse<String> second = backEnd.get(link);
      assertThat(second.statusCode()).isEqualTo(410);
      assertThat(second.body()).contains("already been used").contains("2.0 s ago");
    }

    @Test
    void worksUntilTheLastMillisecondOfItsMinute() {
      String first = token("1001");
      gateway.clock().advance(ofMillis(59_999));
      assertThat(backEnd.get("/Portal/Home?token=" + first).statusCode()).isEqualTo(303);

      String second = token("1001");
      gateway.clock().advance(ofSeconds(60));
      HttpResponse<String> late = backEnd.get("/Portal/Home?token=" + second);
      assertThat(late.statusCode()).isEqualTo(410);
      assertThat(late.body()).contains("expired");
    }

    @ParameterizedTest
    @CsvSource({
      "?token=TOKEN., stands next to its token",
      "?token=%7BTOKEN%7D, stands next to its token",
      "?token=TOKEN%20, a space or a line break",
      "?token=3DTOKEN, =3D",
      "?a=1&amp;token=TOKEN, &amp;",
      "?token=, Part of it is missing",
    })
    void saysThatItArrivedDamaged(String query, String what) {
      String token = token("1001");

      HttpResponse<String> page = backEnd.get("/Portal/Home" + query.replace("TOKEN", token));

      assertThat(page.statusCode()).isEqualTo(404);
      assertThat(page.body()).contains("This login link arrived damaged", what);
      assertThat(backEnd.get("/Portal/Home?token=" + token).statusCode()).isEqualTo(303);
    }

    @Test
    void livesAsLongAsTheSettingSays() {
      serve(
          Accounts.demo(FusebillAccounts.SECTION), new FusebillSettings(ofSeconds(5), false, 1, 1));
      String token = token("1001");
      gateway.clock().advance(ofSeconds(5));
      assertThat(backEnd.get("/Portal/Home?token=" + token).statusCode()).isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "846aeef5-3512-42f3-b2e0-4f6989e9163c", "%22%22"})
    void isUnknownUnlessItWasIssued(String token) {
      assertThat(backEnd.get("/Portal/Home?token=" + token).statusCode()).isEqualTo(404);
    }

    @Test
    void isNotUsedUpByHeadOrAPrefetch() {
      String link = "/Portal/Home?token=" + token("1001");
      backEnd.request("HEAD", link);
      backEnd.request("GET", link, "Sec-Purpose", "prefetch");
      assertThat(backEnd.get(link).statusCode()).isEqualTo(303);
    }

    @Test
    void isTakenFromWhoeverIsSignedInAlready() {
      Browser browser = signedIn("1001");
      HttpResponse<String> answer = browser.get("/Portal/Home?token=" + token("1002"));
      assertThat(browser.follow(answer).body()).contains("Grace Hopper");
    }
  }

  @Nested
  class TheNewestToken {
    @Test
    void endsAllEarlierOnesOfItsCustomer() {
      List<String> earlier = Stream.generate(() -> token("1001")).limit(5).toList();
      String others = token("1002");
      String newest = token("1001");

      assertThat(earlier)
          .allSatisfy(
              token -> {
                HttpResponse<String> answer = backEnd.get("/Portal/Home?token=" + token);
                assertThat(answer.statusCode()).isEqualTo(410);
                assertThat(answer.body()).contains("A newer login link has replaced this one");
              });
      assertThat(backEnd.get("/Portal/Home?token=" + newest).statusCode()).isEqualTo(303);
      assertThat(backEnd.get("/Portal/Home?token=" + others).statusCode()).isEqualTo(303);
    }

    @Test
    void leavesSessionsAlone() {
      Browser browser = signedIn("1001");
      token("1001");
      assertThat(browser.get("/Portal/Home").body()).contains("Ada Lovelace");
    }

    @Test
    void isTheOnlyOneThatWorksHoweverManyAreAskedForAtOnce() throws Exception {
      List<String> tokens = Race.of(64, thread -> () -> token("1001"));

      assertThat(tokens.stream().map(token -> backEnd.get("/Portal/Home?token=" + token)))
          .extracting(HttpResponse::statusCode)
          .filteredOn(status -> status == 303)
          .hasSize(1);
    }

    @Test
    void hasEndedItsPredecessorWhenItIsAnswered() throws Exception {
      List<Integer> late =
          Race.of(
              16,
              thread ->
                  () -> {
                    String first = token("1001");
                    token("1001");
                    return backEnd.get("/Portal/Home?token=" + first).statusCode();
                  });

      assertThat(late).containsOnly(410);
    }
  }

  @Nested
  class ThePages {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            Home          | Welcome, Ada Lovelace
            Home          | Gold Plan
            Home          | 19.00 GBP
            Account       | ada@example.com
            Account       | Analytical Engines Ltd
            Subscriptions | Gold Plan
            PaymentMethod | ending in 4242
            Invoices      | 10001
            Statements    | Statement of 22 November 2026 for Ada Lovelace
            Statements    | 19.00 GBP
            """)
    void showTheCustomersOwnDataInBothPortals(String page, String text) {
      Browser browser = signedIn("1001");
      for (String portal : List.of("/Portal/", "/ManagedPortal/")) {
        HttpResponse<String> shown = browser.get(portal + page);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body())
            .contains(text)
            .contains("Signed in as <strong>Ada Lovelace</strong>")
            .contains("href=\"" + portal + page + "\" aria-current=\"page\"")
            .doesNotContain("Silver Plan");
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Portal/Refunds", "/Portal/Home/More", "/ManagedPortal/x"})
    void sayWhichArentThereToWhoIsSignedIn(String path) {
      HttpResponse<String> shown = signedIn("1001").get(path);
      assertThat(shown.statusCode()).isEqualTo(200);
      assertThat(shown.body())
          .contains("page is not part of this emulation")
          .contains("Ada Lovelace");
    }

    @Test
    void showNothingToWhoIsNotSignedIn() {
      HttpResponse<String> shown = browser().get("/Portal/Invoices");
      assertThat(shown.statusCode()).isEqualTo(401);
      assertThat(shown.body()).doesNotContain("Ada").contains("How to sign in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Portal/Home", "/ManagedPortal/Home", "/Portal/Login"})
    void haveNoLoginPageOfTheirOwn(String path) {
      HttpResponse<String> shown = browser().get(path);

      assertThat(shown.statusCode()).isEqualTo(401);
      assertThat(shown.body()).doesNotContain("<form", "<input");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Portal", "/ManagedPortal"})
    void endWithTheSignOutForBothPortals(String portal) {
      Browser browser = signedIn("1001");
      browser.signOut(browser.get(portal + "/Home"), portal + "/SignOut");

      assertThat(browser.get("/Portal/Home").statusCode()).isEqualTo(401);
      assertThat(browser.get("/ManagedPortal/Home").statusCode()).isEqualTo(401);
    }

    @Test
    void areNotFoundBesideThePortals() {
      assertThat(backEnd.get("/Portals").statusCode()).isEqualTo(404);
      assertThat(backEnd.get("/portal/v2/home").statusCode()).isEqualTo(404);
    }
  }

  @Nested
  class WithALoginUrl {
    private static final String LOGIN = "https://www.example.com/login?from=portal";

    @Test
    void aBadTokenOfTheOnlyAccountGoesThere() {
      serve(accounts(account("one", "b25l", LOGIN)), FusebillSettings.DEFAULTS);
      assertGoesTo(browser().get("/Portal/Home?token=nothing"), LOGIN);
      assertGoesTo(browser().get("/Portal/Home"), LOGIN);
      assertGoesTo(browser().get("/ManagedPortal/Account"), LOGIN);
    }

    @Test
    void aBadTokenGoesToThatOfItsOwnAccount() {
      serve(
          accounts(account("one", "b25l", LOGIN), account("two", "dHdv", "https://two.example/")),
          FusebillSettings.DEFAULTS);
      String superseded = token("Basic b25l", "7");
      String used = token("Basic b25l", "7");
      backEnd.get("/Portal/Home?token=" + used);
      String expired = token("Basic dHdv", "7");
      gateway.clock().advance(ofSeconds(60));

      assertGoesTo(browser().get("/Portal/Home?token=" + superseded), LOGIN);
      assertGoesTo(browser().get("/Portal/Home?token=" + used), LOGIN);
      assertGoesTo(browser().get("/Portal/Home?token=" + expired), "https://two.example/");
      assertThat(backEnd.get("/Portal/Home?token=unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void aGoodTokenStaysHere() {
      serve(accounts(account("one", "b25l", LOGIN)), FusebillSettings.DEFAULTS);
      String link = "/Portal/Home?token=" + token("Basic b25l", "7");
      assertGoesTo(backEnd.get(link), "/Portal/Home");
    }

    private void assertGoesTo(HttpResponse<String> answer, String url) {
      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(header(answer, "Location")).isEqualTo(url);
    }
  }

  @Nested
  class TwoAccounts {
    @Test
    void seeOnlyTheirOwnCustomers() {
      serve(
          accounts(account("one", "b25l", ""), account("two", "dHdv", "")),
          FusebillSettings.DEFAULTS);
      String ones = token("Basic b25l", "7");
      String twos = token("Basic dHdv", "7");

      assertThat(page(ones)).contains("Person of one").doesNotContain("Person of two");
      assertThat(page(twos)).contains("Person of two").doesNotContain("Person of one");
    }

    @Test
    void countTheirCallsApart() {
      serve(
          accounts(account("one", "b25l", ""), account("two", "dHdv", "")),
          new FusebillSettings(ofSeconds(60), true, 1, 1));
      assertThat(issue("Basic b25l", "7").statusCode()).isEqualTo(200);
      assertThat(issue("Basic dHdv", "7").statusCode()).isEqualTo(200);
      assertThat(issue("Basic b25l", "7").statusCode()).isEqualTo(429);
    }

    private String page(String token) {
      Browser browser = browser();
      return browser.follow(browser.get("/Portal/Home?token=" + token)).body();
    }
  }

  private void serve(FusebillAccounts directory, FusebillSettings settings) {
    gateway = serving(directory, settings);
    backEnd = browser();
  }

  private static Served serving(FusebillAccounts directory, FusebillSettings settings) {
    return Served.with(
        (signOn, routes) ->
            new Fusebill()
                .mount(new Installation<>(directory, settings, signOn, new RateLimits()), routes));
  }

  private static FusebillAccounts accounts(String... accounts) {
    return Accounts.of(
        FusebillAccounts.SECTION, "fusebill:\n  accounts:\n" + String.join("", accounts));
  }

  private static String account(String name, String key, String loginUrl) {
    return """
            - name: %1$s
              apiKeys: [%2$s]
              %3$s
              customers:
                - id: 7
                  person: { firstName: Person of, lastName: %1$s, email: a@%1$s.example }
        """
        .formatted(name, key, loginUrl.isEmpty() ? "" : "loginUrl: " + loginUrl);
  }

  private Browser browser() {
    return new Browser(gateway.address());
  }

  private Browser signedIn(String customer) {
    Browser browser = browser();
    browser.get("/Portal/Home?token=" + token(customer));
    return browser;
  }

  private HttpResponse<String> issue(String authorization, String customer) {
    return backEnd.request("GET", ISSUE + customer, "Authorization", authorization);
  }

  private String token(String customer) {
    return token(KEY, customer);
  }

  private String token(String authorization, String customer) {
    return issue(authorization, customer).body().replace("\"", "");
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }
}
