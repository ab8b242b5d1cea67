package org.billingsso.anyinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.billingsso.RawHttp;
import org.billingsso.TestClock;
import org.billingsso.gateway.Gateway;
import org.billingsso.journal.Outcome;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that other servers take are taken, and others refused in the words that are theirs. */
class OddPathsTest {
  private static final List<Outcome> TOLD = new CopyOnWriteArrayList<>();

  @AutoClose
  private static final Gateway GATEWAY = Gateway.builder().clock(new TestClock()).start();

  @BeforeAll
  static void listen() {
    GATEWAY.world().outcomes().add(TOLD::add);
  }

  @BeforeEach
  void forget() {
    TOLD.clear();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//rpc/6.0/", "/rpc//6.0/", "///rpc///6.0///", "/./rpc/6.0/", "/x/../rpc/6.0/",
        "/%72pc/6.0/", "/rpc/6%2e0/", "/rpc/6.0/#part", "/rpc/6.0/?a|b={}^%zz", "/rpc?a/../b"
      })
  void leadWhereTheyLeadOnOtherServers(String path) {
    assertThat(post(path)).startsWith("HTTP/1.1 200").contains("\"code\":-32700");
    assertThat(post(GATEWAY.address() + path)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "/rpc/6.0/%zz application/json",
        "/rpc/6.0/%00 application/json",
        "/rpc/%2e%2e/6.0/ application/json",
        "/rpc/6.0/%ff application/json",
        "/rpc/%c0%ae/ application/json",
        "/soap/6.0/%4 text/xml",
        "/soap/6.0/../../.. text/plain",
        "/order/6.0/rpc/%zz application/json",
        "/order/%zz text/html",
        "/myaccount/%2e%2e/ text/html",
        "/partners/%00 text/html",
        "/api/v2/portal_sessions/%ff application/json",
        "/api/v2/%2e/portal_sessions application/json",
        "/shareabletokens/%2e%2e application/json",
        "/shareabletokens/a%zz application/json",
        "/v1/SingleSignOn/%00 application/json",
        "/redirect/%zz text/html",
        "/portals/%00 text/html",
        "/Portal/%zz text/html",
        "/%zz text/plain",
        "/.. text/plain"
      })
  void areRefusedInTheWordsOfTheirDialectWithALine(String path, String contentType) {
    String answer = post(path);

    assertThat(answer).startsWith("HTTP/1.1 400").contains("Content-Type: " + contentType);
    assertThat(TOLD)
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> {
              assertThat(rejected.diagnosis().seen()).isPresent();
              assertThat(rejected.diagnosis().expected()).isPresent();
              assertThat(rejected.route()).doesNotContain("%");
            });
  }

  /** A method that no path has, so that whatever is below each is refused. */
  @ParameterizedTest
  @CsvSource({
    "/rpc/, application/json",
    "/soap/, text/xml",
    "/api/rpc/, application/json",
    "/order/6.0/rpc/, application/json",
    "/product/7.5/soap/, text/xml",
    "/myaccount/, text/html",
    "/partners/, text/html",
    "/api/v2/, application/json",
    "/api/v2/portal_sessions/, application/json",
    "/portal/v2/, text/html",
    "/portal/access/, text/html",
    "/shareabletokens/, application/json",
    "/redirect/, text/html",
    "/v1/, application/json",
    "/Portal/, text/html",
    "/w/one/rpc/, application/json"
  })
  void haveTheWordsOfTheirDialectWhateverIsInThem(String prefix, String contentType) {
    String[] parts = {
      "a", "6.0", "/", "/", "%2e", "%2E%2e", "%2F", "%25", "%", "%0a%0d", "%00", "%ff", "%c0%ae",
      "ä", "\\", "|", ";", "%20", "%20", "+", "\u202e", "😀", "%u0041", "@", "{id}", "*", "<", "x.",
      "~"
    };
    Random random = new Random(prefix.hashCode());
    for (int i = 0; i < 100; i++) {
      StringBuilder path = new StringBuilder(prefix);
      for (int length = random.nextInt(8); length > 0; length--) {
        path.append(parts[random.nextInt(parts.length)]);
      }
      TOLD.clear();
      String answer =
          RawHttp.send(
              GATEWAY.address(), List.of("LOCK " + path + " HTTP/1.1\nContent-Length: 0\n\n"));

      assertThat(answer).as(path.toString()).matches("(?s)HTTP/1\\.1 (400|404|405) .*");
      assertThat(answer).as(path.toString()).contains("Content-Type: " + contentType);
      assertThat(prefix.startsWith("/w/") || TOLD.size() == 1).as(path.toString()).isTrue();
    }
  }

  /** The unwise, escaped controls, parameters: what others keep is a name like any other. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/rpc/6.0/|", "/rpc/6.0/{}^\"<>\\", "/rpc/6.0/%20", "/rpc/6.0/%0A", "/rpc/6.0%0A",
        "/rpc/6.0/;a=b", "/rpc/..;/6.0/", "/rpc%2F6.0/", "/rpc/6.0%2f", "/rpc/x%2f..%2f6.0/",
        "/rpc/6.0/\\..\\", "/rpc/%252e%252e/"
      })
  void leadNowhereElseThanTheirNamesSay(String path) {
    assertThat(post(path)).startsWith("HTTP/1.1 404");
    assertThat(TOLD).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "GET / HTTP/7.0\r\n\r\n",
        "GET /a b HTTP/1.1\r\n\r\n",
        "GET /\u0001 HTTP/1.1\r\n\r\n",
        "GET http://[/ HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n"
      })
  void thatAreNotEvenHttpAreRefusedInFewWordsWithALine(String request) {
    String answer = RawHttp.exchange(GATEWAY.address(), request);

    assertThat(answer).matches("(?s)HTTP/1\\.1 (4\\d\\d|505) .*").contains("Connection: close");
    assertThat(TOLD)
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> assertThat(rejected.diagnosis().seen()).isPresent());
  }

  private static String post(String path) {
    return RawHttp.send(
        GATEWAY.address(), List.of("POST " + path + " HTTP/1.1\nContent-Length: 1\n\n{"));
  }
}
