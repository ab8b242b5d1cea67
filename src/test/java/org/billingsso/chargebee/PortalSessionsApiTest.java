package org.billingsso.chargebee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billingsso.chargebee.RunningSites.DEMO_KEY;
import static org.billingsso.chargebee.RunningSites.OTHER_KEY;
import static org.billingsso.chargebee.RunningSites.basic;
import static org.billingsso.chargebee.RunningSites.send;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.billingsso.Accounts;
import org.billingsso.chargebee.RunningSites.Reply;
import org.billingsso.portal.Browser;
import org.billingsso.signon.Lifetimes;
import org.billingsso.store.Race;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The API as a back end meets it. */
class PortalSessionsApiTest {
  private static final RunningSites sites = RunningSites.start();

  @AfterAll
  static void stop() {
    sites.close();
  }

  @Nested
  class Creating {
    @Test
    void answersASessionWithWhatIsSetAndNothingElse() {
      Reply reply = sites.create("cb_ada", "&redirect_url=https://shop.example/bye");

      JsonNode session = reply.session();
      assertThat(names(session))
          .containsExactlyInAnyOrder(
              "id",
              "object",
              "token",
              "access_url",
              "redirect_url",
              "status",
              "created_at",
              "expires_at",
              "customer_id",
              "linked_customers");
      assertThat(reply.id()).matches("portal_[0-9A-Za-z]{17}");
      assertThat(session.get("object").textValue()).isEqualTo("portal_session");
      assertThat(reply.token()).matches("[0-9A-Za-z]{33}");
      assertThat(session.get("access_url").textValue())
          .isEqualTo(sites.address() + "/portal/v2/authenticate?token=" + reply.token());
      assertThat(session.get("redirect_url").textValue()).isEqualTo("https://shop.example/bye");
      assertThat(session.get("status").textValue()).isEqualTo("created");
      assertThat(session.get("created_at").isInt()).isTrue();
      long now = sites.clock().instant().getEpochSecond();
      assertThat(session.get("created_at").longValue()).isEqualTo(now);
      assertThat(session.get("expires_at").longValue()).isEqualTo(now + 3600);
      assertThat(session.get("customer_id").textValue()).isEqualTo("cb_ada");
      assertThat(reply.header("Content-Type")).hasValue("application/json; charset=utf-8");
    }

    @Test
    void linksTheCustomersOfTheSiteWithTheSameEmail() {
      JsonNode linked = sites.create("cb_ada").session().get("linked_customers");

      assertThat(linked).hasSize(2);
      assertThat(linked.get(1).toString())
          .isEqualTo(
              "{\"object\":\"linked_customer\",\"customer_id\":\"cb_ada_team\","
                  + "\"email\":\"ada@example.com\",\"has_billing_address\":true,"
                  + "\"has_payment_method\":true,\"has_active_subscription\":true}");
      assertThat(sites.create("cb_grace").session().get("linked_customers")).hasSize(1);
    }

    @Test
    void neverReturnsTheForwardUrl() {
      assertThat(sites.create("cb_ada", "&forward_url=https://shop.example/in").http().body())
          .doesNotContain("shop.example");
    }

    @Test
    void ignoresParametersThatNobodyKnowsAndTakesEmptyOnesForAbsent() {
      Reply reply = sites.create("cb_ada", "&chargebee-event-email=all-disabled&redirect_url=");

      assertThat(reply.session().has("redirect_url")).isFalse();
    }

    @Test
    void takesEncodedBrackets() {
      assertThat(sites.post(DEMO_KEY, "", "customer%5Bid%5D=cb%5Fada").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
      "customer[id], ''",
      "customer[id], customer[id]=",
      "customer[id], customer[id]=cb_23456789012345678901234567890123456789012345678_",
      "customer[id], customer[id]=cb_ada&customer[id]=cb_ada",
      "customer[id], customer[id]=&customer%5Bid%5D=cb_ada",
      "redirect_url, customer[id]=cb_ada&redirect_url=https://a.example/&redirect_url=",
      "redirect_url, customer[id]=cb_ada&redirect_url=shop.example",
      "redirect_url, customer[id]=cb_ada&redirect_url=javascript:alert(1)",
      "redirect_url, customer[id]=cb_ada&redirect_url=https://user:password@shop.example/",
      "forward_url, customer[id]=cb_ada&forward_url=//shop.example/",
      "forward_url, customer[id]=cb_ada&forward_url=https://shop.example%0D%0AX:/",
      "forward_url, customer[id]=cb_ada&forward_url=https://evil.example%5C@shop.example/",
    })
    void refusesAWrongValueAndNamesTheParameter(String parameter, String form) {
      Reply reply = sites.post(DEMO_KEY, "", form);

      assertError(reply, 400, "param_wrong_value", "invalid_request");
      assertThat(reply.json().get("param").textValue()).isEqualTo(parameter);
      assertThat(reply.json().get("error_param").textValue()).isEqualTo(parameter);
    }

    @Test
    void takesUrlsOf250CharactersAndNoMore() {
      String longest = "https://shop.example/" + "x".repeat(229);

      assertThat(sites.create("cb_ada", "&redirect_url=" + longest).status()).isEqualTo(200);
      assertThat(sites.create("cb_ada", "&redirect_url=" + longest + "x").status()).isEqualTo(400);
    }

    @Test
    void doesNotKnowACustomerOfAnotherSite() {
      assertError(sites.create("cb_other"), 404, "resource_not_found", "invalid_request");
      assertThat(sites.post(OTHER_KEY, "", "customer[id]=cb_other").status()).isEqualTo(200);
    }
  }

  @Nested
  class Retrieving {
    @Test
    void showsTheSameSessionWithItsToken() {
      Reply created = sites.create("cb_ada");

      assertThat(sites.retrieve(created.id()).json()).isEqualTo(created.json());
    }

    @Test
    void takesAQuestionMarkAtTheEnd() {
      String id = sites.create("cb_ada").id();

      assertThat(sites.retrieve(id + "?").id()).isEqualTo(id);
    }

    @Test
    void leavesAnExpiredSessionCreated() {
      String id = sites.create("cb_ada").id();
      sites.clock().advance(Duration.ofHours(2));

      assertThat(sites.retrieve(id).session().get("status").textValue()).isEqualTo("created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal_unknown", "AzyZ", "portal_", "a%2Fb", "portal_%C3%A4"})
    void doesNotKnowAnotherId(String id) {
      assertError(sites.retrieve(id), 404, "resource_not_found", "invalid_request");
    }

    @Test
    void refusesAPathThatIsNoneAndEndsTheConnection() {
      Reply refused = sites.retrieve("portal_%00");

      assertError(refused, 400, "invalid_request", "invalid_request");
      assertThat(refused.header("Connection")).hasValue("close");
    }

    @Test
    void doesNotKnowASessionOfAnotherSite() {
      Reply reply = sites.get(OTHER_KEY, "/" + sites.create("cb_ada").id());

      assertError(reply, 404, "resource_not_found", "invalid_request");
      assertThat(reply.json().get("message").textValue())
          .isEqualTo("Sorry, we couldn't find that resource");
    }
  }

  @Nested
  class Authenticating {
    @ParameterizedTest
    @ValueSource(strings = {"test_demo_key:", "test_demo_key"})
    void takesTheKeyWithAndWithoutColon(String credentials) {
      assertThat(authorized(basic(credentials)).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !", "Basic Og==", "Bearer test_demo_key", "Basic eA=="})
    void refusesEverythingElse(String authorization) {
      Reply reply = authorized(authorization);

      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.json().toString())
          .isEqualTo(
              "{\"message\":\"Sorry, authentication failed. Invalid api key\","
                  + "\"api_error_code\":\"api_authentication_failed\","
                  + "\"error_code\":\"api_authentication_invalid_key\","
                  + "\"error_msg\":\"Sorry, authentication failed. Invalid api key\","
                  + "\"http_status_code\":401}");
    }

    @Test
    void refusesASiteThatDoesNotAllowThePortalThroughTheApi() {
      try (RunningSites closed =
          RunningSites.start(
              Accounts.of(
                  Sites.SECTION,
                  """
                  chargebee:
                    sites:
                      - {name: closed, apiKeys: [test_demo_key], portalThroughApi: false}
                  """),
              ChargebeeSettings.DEFAULTS)) {
        assertError(closed.create("x"), 403, "api_authorization_failed", "invalid_request");
      }
    }

    private Reply authorized(String authorization) {
      return send(
          HttpRequest.newBuilder(sites.address().resolve("/api/v2/portal_sessions/x"))
              .header("Authorization", authorization));
    }
  }

  @Nested
  class OddRequests {
    @Test
    void takesAPostWithoutBodyAndLength() {
      String id = sites.create("cb_ada").id();

      assertThat(
              sites.raw(
                  "POST /api/v2/portal_sessions/" + id + "/logout HTTP/1.1",
                  "Host: localhost",
                  "Authorization: " + basic(DEMO_KEY),
                  "Connection: close"))
          .startsWith("HTTP/1.1 200")
          .contains("\"status\":\"logged_out\"");
    }

    @ParameterizedTest
    @CsvSource({
      "GET, /api/v2/portal_sessions",
      "PUT, /api/v2/portal_sessions",
      "DELETE, /api/v2/portal_sessions/x",
      "GET, /api/v2/portal_sessions/x/logout",
      "GET, /api/v2/portal_sessions/x/activate"
    })
    void refusesAnotherMethodAndSaysWhichIsAllowed(String method, String path) {
      Reply reply = calling(method, path);

      assertError(reply, 405, "http_method_not_supported", "invalid_request");
      assertThat(reply.header("Allow")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
      "GET, /api/v2/customers",
      "POST, /api/v2/portal_sessions/x/destroy",
      "DELETE, /api/v2/x",
      "POST, /api/v2/portal_sessions/x/logout/y"
    })
    void doesNotKnowAnotherPath(String method, String path) {
      assertError(calling(method, path), 404, "resource_not_found", "invalid_request");
    }

    @Test
    void refusesAFormThatIsNotOne() {
      assertError(
          sites.post(DEMO_KEY, "", "customer[id]=%zz"), 400, "invalid_request", "invalid_request");
    }

    private Reply calling(String method, String path) {
      return send(
          HttpRequest.newBuilder(sites.address().resolve(path))
              .header("Authorization", basic(DEMO_KEY))
              .method(method, BodyPublishers.noBody()));
    }
  }

  @Nested
  class TooManyCalls {
    @Test
    void areRefusedUntilTheNextMinuteButNotThoseOfAnotherSite() {
      ChargebeeSettings threeCalls =
          new ChargebeeSettings(Duration.ofHours(1), Duration.ofMinutes(30), 3, Optional.empty());
      try (RunningSites slow = RunningSites.start(Accounts.demo(Sites.SECTION), threeCalls)) {
        List<Integer> statuses =
            IntStream.rangeClosed(1, 4).mapToObj(n -> slow.create("cb_ada").status()).toList();
        Reply refused = slow.create("cb_ada");

        assertThat(statuses).containsExactly(200, 200, 200, 429);
        assertError(refused, 429, "api_request_limit_exceeded", "operation_failed");
        assertThat(refused.header("Retry-After")).hasValue("60");
        assertThat(slow.post(OTHER_KEY, "", "customer[id]=cb_other").status()).isEqualTo(200);

        slow.clock().advance(Duration.ofSeconds(60));
        assertThat(slow.create("cb_ada").status()).isEqualTo(200);
      }
    }
  }

  @Nested
  class IdempotencyKeys {
    private final String key = UUID.randomUUID().toString();

    @Test
    void answerTheFirstResultAgainOnAnyNode() {
      Reply first = creating(sites, key, "cb_ada");
      sites.post(DEMO_KEY, "/" + first.id() + "/logout", "");
      sites.clock().advance(Duration.ofMinutes(29));
      try (RunningSites other = sites.anotherNode()) {
        Reply again = creating(other, key, "cb_ada");

        assertThat(again.header("chargebee-idempotency-replayed")).hasValue("true");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.token()).isEqualTo(first.token());
        assertThat(again.session().get("status").textValue()).isEqualTo("created");
        assertThat(again.session().get("created_at")).isEqualTo(first.session().get("created_at"));
        assertThat(first.header("chargebee-idempotency-replayed")).isEmpty();
      }
    }

    /** The key outlives the link many times over. */
    @Test
    void neverMakeALinkThatWasUsedWorkAgainHoweverShortRecordsAreKept() {
      Duration second = Duration.ofSeconds(1);
      ChargebeeSettings settings =
          new ChargebeeSettings(
              second.multipliedBy(5), Duration.ofMinutes(30), 3_000, Optional.empty());
      Lifetimes shortest = new Lifetimes(second, second);
      try (RunningSites site =
          RunningSites.start(Accounts.demo(Sites.SECTION), settings, shortest)) {
        Browser browser = new Browser(site.address());
        Reply first = creating(site, key, "cb_ada");
        assertThat(open(browser, first)).isEqualTo(303);

        for (int times = 0; times < 5; times++) {
          site.clock().advance(second.multipliedBy(7));
          site.sweep();
          Reply again = creating(site, key, "cb_ada");

          assertThat(again.id()).isEqualTo(first.id());
          assertThat(open(browser, again)).isEqualTo(410);
        }
        site.clock().advance(Duration.ofMinutes(30));
        site.sweep();
        assertThat(open(browser, first)).isEqualTo(404);
        Reply next = creating(site, key, "cb_ada");
        assertThat(next.id()).isNotEqualTo(first.id());
        assertThat(open(browser, first)).isEqualTo(404);
        assertThat(open(browser, next)).isEqualTo(303);
      }
    }

    private int open(Browser browser, Reply created) {
      return browser.get("/portal/v2/authenticate?token=" + created.token()).statusCode();
    }

    @Test
    void standNoLongerThanTheirTimeWhereTheClockGoesBack() {
      Reply first = creating(sites, key, "cb_ada");
      Instant before = sites.clock().instant();
      sites.clock().advance(Duration.ofDays(-3));
      try {
        assertThat(creating(sites, key, "cb_ada").id()).isEqualTo(first.id());
        sites.clock().advance(Duration.ofMinutes(30));

        assertThat(creating(sites, key, "cb_ada").id()).isNotEqualTo(first.id());
      } finally {
        sites.clock().set(before);
      }
    }

    @Test
    void standForOneRequestOnly() {
      Reply first = creating(sites, key, "cb_ada");

      assertError(
          creating(sites, key, "cb_grace"), 422, "unable_to_process_request", "invalid_request");
      assertError(
          sites.post(DEMO_KEY, "/" + first.id() + "/logout", "", "chargebee-idempotency-key", key),
          422,
          "unable_to_process_request",
          "invalid_request");
    }

    @Test
    void areForgottenAfterHalfAnHour() {
      Reply first = creating(sites, key, "cb_ada");
      sites.clock().advance(Duration.ofMinutes(30));

      assertThat(creating(sites, key, "cb_ada").id()).isNotEqualTo(first.id());
    }

    @Test
    void belongToTheirSite() {
      creating(sites, key, "cb_ada");

      assertThat(
              sites
                  .post(OTHER_KEY, "", "customer[id]=cb_other", "chargebee-idempotency-key", key)
                  .status())
          .isEqualTo(200);
    }

    @Test
    void areNotUsedUpByAMistake() {
      assertThat(creating(sites, key, "cb_nobody").status()).isEqualTo(404);
      assertThat(creating(sites, key, "cb_ada").status()).isEqualTo(200);
    }

    @Test
    void makeOneSessionOfManyRequestsAtOnce() throws Exception {
      try (RunningSites other = sites.anotherNode()) {
        for (int round = 0; round < 20; round++) {
          String roundKey = key + round;
          Callable<Reply> here = () -> creating(sites, roundKey, "cb_ada");
          Callable<Reply> there = () -> creating(other, roundKey, "cb_ada");
          List<Reply> replies = Race.of(8, n -> n % 2 == 0 ? here : there);

          assertThat(replies).extracting(Reply::status).containsOnly(200);
          assertThat(replies.stream().map(Reply::id).distinct()).hasSize(1);
          assertThat(
                  replies.stream()
                      .filter(reply -> reply.header("chargebee-idempotency-replayed").isEmpty()))
              .hasSize(1);
        }
      }
    }

    private Reply creating(RunningSites node, String key, String customer) {
      return node.post(DEMO_KEY, "", "customer[id]=" + customer, "chargebee-idempotency-key", key);
    }
  }

  private static void assertError(Reply reply, int status, String code, String type) {
    assertThat(reply.status()).as(reply.http().body()).isEqualTo(status);
    JsonNode error = reply.json();
    assertThat(error.get("api_error_code").textValue()).isEqualTo(code);
    assertThat(error.get("error_code").textValue()).isEqualTo(code);
    assertThat(error.get("type").textValue()).isEqualTo(type);
    assertThat(error.get("message").textValue()).isNotEmpty();
    assertThat(error.get("error_msg")).isEqualTo(error.get("message"));
    assertThat(error.get("http_status_code").intValue()).isEqualTo(status);
    assertThat(error.has("param")).isEqualTo(error.has("error_param"));
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new HashSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
