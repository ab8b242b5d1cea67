package org.billingsso.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.billingsso.RawHttp;
import org.billingsso.TestClock;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Diagnosis;
import org.billingsso.journal.Outcome;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is refused on whatever path, the operator reads what was seen and what would be right.
 */
class RefusalLinesTest {
  private static final List<Outcome> TOLD = new CopyOnWriteArrayList<>();
  private static final String CHARGEBEE = "Authorization: Basic dGVzdF9kZW1vX2tleTo=\n";
  private static final String PLANHAT = "Authorization: Bearer planhat-demo-token\n";
  private static final String FUSEBILL = "Authorization: Basic MDpERU1PS0VZ\n";
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @AutoClose
  private static final Gateway GATEWAY = Gateway.builder().clock(new TestClock()).start();

  /** A request, and words that its line must have. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Refused(String line, String headers, String body, String... told) {
    @Override
    public String toString() {
      return line + " " + headers.replace("\n", " ") + body.strip();
    }

    String request() {
      String length =
          headers.contains("Transfer-Encoding") || headers.contains("Content-Length")
              ? ""
              : "Content-Length: " + body.getBytes(UTF_8).length + "\n";
      return line + " HTTP/1.1\n" + headers + length + "\n" + body;
    }
  }

  @BeforeAll
  static void listen() {
    GATEWAY.world().outcomes().add(TOLD::add);
  }

  @BeforeEach
  void forget() {
    TOLD.clear();
  }

  static Stream<Refused> refused() {
    return Stream.of(
            ofTwoCheckout(), ofChargebee(), ofPlanhat(), ofFusebill(), ofPortals(), ofNobody())
        .flatMap(each -> each);
  }

  private static Stream<Refused> ofTwoCheckout() {
    return Stream.of(
        json("POST /rpc/7.5/", "{}", "/rpc/7.5/", "2.0 to 6.0"),
        json("POST /order/7.5/rpc/", "{}", "/order/7.5/rpc/", "2.0 to 6.0"),
        json("POST /soap/1.0/", "<a/>", "/soap/1.0/", "2.0 to 6.0"),
        json("POST /rpc/6.0/more", "{}", "/rpc/6.0/more", "/rpc/{version}/"),
        json("GET /rpc/6.0/", "", "seen: GET", "expected: POST"),
        json("PUT /rpc/6.0/", "{}", "seen: PUT", "expected: POST"),
        json("DELETE /soap/6.0/", "", "seen: DELETE", "expected: GET, POST"),
        json("GET /soap/6.0/", "", "seen: GET"),
        json("POST /rpc/6.0/", "{\"id\":1,\"method\":\"login\"}", "jsonrpc", "2.0"),
        json("POST /rpc/6.0/", "[1]", "an object"),
        json("POST /rpc/6.0/", "{\"jsonrpc\":", "not JSON"),
        json("POST /rpc/6.0/", "", "empty"),
        json("POST /rpc/6.0/", "\u00ff", "not JSON"),
        json(
            "POST /rpc/6.0/",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"logIn\"}",
            "logIn",
            "login"),
        json(
            "POST /soap/6.0/",
            "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><logIn/>"
                + "</e:Body></e:Envelope>",
            "logIn",
            "login"),
        new Refused("POST /rpc/6.0/", "Content-Encoding: br\n", "{}", "br", "gzip"),
        new Refused("POST /soap/6.0/", "Content-Encoding: br\n", "{}", "br", "gzip"),
        json("POST /rpc/6.0/", " ".repeat((1 << 20) + 1), "1048576 bytes"),
        new Refused(
            "POST /rpc/6.0/", "Expect: 100-continue\nContent-Length: 9999999\n", "", "9999999"),
        new Refused("POST /rpc/6.0/", "Transfer-Encoding: gzip, chunked\n", "", "gzip, chunked"));
  }

  private static Stream<Refused> ofChargebee() {
    String sessions = "/api/v2/portal_sessions";
    return Stream.of(
        new Refused("GET /api/v2/customers", CHARGEBEE, "", "/api/v2/customers", sessions),
        new Refused("PUT " + sessions, CHARGEBEE, "", "seen: PUT", "POST"),
        new Refused("GET /api/v1/portal_sessions", CHARGEBEE, "", "/api/v1/", sessions),
        new Refused("POST " + sessions, CHARGEBEE + "Content-Encoding: br\n", "a", "br", "gzip"));
  }

  private static Stream<Refused> ofPlanhat() {
    return Stream.of(
        new Refused("GET /shareabletokens/a/b/c", PLANHAT, "", "/a/b/c", "/shareabletokens/{id}"),
        new Refused("POST /shareabletokens/a", PLANHAT, "", "seen: POST", "GET"));
  }

  private static Stream<Refused> ofFusebill() {
    String operation = "/v1/SingleSignOn/GetSingleSignOnToken/";
    return Stream.of(
        new Refused("GET /v1/customers/7", FUSEBILL, "", "/v1/customers/7", operation),
        new Refused("GET /v2/customers/7", FUSEBILL, "", "/v2/customers/7", operation),
        new Refused("PUT " + operation + "1001", FUSEBILL, "", "seen: PUT", "GET"));
  }

  private static Stream<Refused> ofPortals() {
    return Stream.of(
        json("POST /myaccount/", "", "seen: POST", "GET"),
        json("PUT /partners/", "", "seen: PUT", "GET"),
        json("GET /portal/v2/none", "", "/portal/v2/none", "/portal/v2/home"),
        json("GET /portal/none", "", "/portal/none", "/portal/login"),
        json("POST /redirect/" + TOKEN, "", "seen: POST", "GET"),
        json("GET /portals/a/b", "", "/portals/a/b", "/portals"),
        json("DELETE /Portal/Home", "", "seen: DELETE", "GET"));
  }

  private static Stream<Refused> ofNobody() {
    return Stream.of(
        json("POST /xmlrpc/6.0/", "", "/xmlrpc/6.0/", "/rpc/{version}/", "/api/v2/", "/v1/"),
        json("GET /", "", "seen: /", "/rpc/{version}/"),
        json("OPTIONS *", "", "seen: *", "/rpc/{version}/"),
        json("POST /health/live", "", "seen: POST", "GET"),
        json("GET /health", "", "/health", "/health/live"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void sayWhatWasSeenAndWhatWouldBeRight(Refused refused) {
    String answer = RawHttp.send(GATEWAY.address(), List.of(refused.request()));

    assertThat(TOLD).as(answer).hasSize(1);
    Diagnosis diagnosis = diagnosis(TOLD.get(0));
    assertThat(diagnosis.seen()).as(diagnosis.sentence()).isPresent();
    assertThat(diagnosis.expected()).as(diagnosis.sentence()).isPresent();
    assertThat(diagnosis.sentence()).contains(refused.told()).hasSizeLessThan(700);
  }

  @Test
  void showNothingOfAPathThatMayBeASecret() {
    for (String path :
        List.of("/redirekt/", "/portals/a/b/", "/portal/", "/rpc/6.0/", "/api/v2/customers/")) {
      String request = "GET " + path + TOKEN + " HTTP/1.1\n" + CHARGEBEE + "\n";
      RawHttp.send(GATEWAY.address(), List.of(request));
    }

    assertThat(TOLD).hasSize(5);
    assertThat(TOLD)
        .allSatisfy(
            outcome -> {
              assertThat(outcome.toString()).doesNotContain(TOKEN);
              assertThat(diagnosis(outcome).sentence()).contains("…").doesNotContain(TOKEN);
            });
  }

  private static Refused json(String line, String body, String... told) {
    return new Refused(line, "", body, told);
  }

  private static Diagnosis diagnosis(Outcome outcome) {
    return outcome instanceof Outcome.Rejected rejected
        ? rejected.diagnosis()
        : ((Outcome.Called) outcome).refusal().flatMap(ApiRefusal::diagnosis).orElseThrow();
  }
}
