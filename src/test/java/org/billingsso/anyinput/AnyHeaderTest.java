package org.billingsso.anyinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.billingsso.RawHttp;
import org.billingsso.TestClock;
import org.billingsso.gateway.Gateway;
import org.billingsso.gateway.Platforms;
import org.billingsso.gateway.SettingsReader;
import org.billingsso.journal.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random values in every header that the gateway reads, behind a proxy that it believes: each
 * request is answered, none fails by a fault of ours, and no result of a call is lost.
 */
class AnyHeaderTest {
  private static final int REQUESTS = 600;

  private static final List<String> NAMES =
      List.of(
          "Accept",
          "Accept-Encoding",
          "Accept-Language",
          "Authorization",
          "chargebee-idempotency-key",
          "Content-Encoding",
          "Content-Type",
          "Cookie",
          "Expect",
          "Forwarded",
          "Origin",
          "Referer",
          "Transfer-Encoding",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto");

  /** What values are put together of. */
  private static final List<String> PIECES =
      List.of(
          "\"",
          "\\",
          ",",
          ";",
          "=",
          " ",
          "q=",
          "0",
          "1e9",
          "*",
          "*/*",
          "gzip",
          "application/json",
          "charset=",
          "utf-16",
          "for=",
          "host=",
          "proto=",
          "https",
          "10.0.0.1",
          "[::1]",
          "[",
          "]:99999999",
          "localhost",
          "100-continue",
          "Basic ",
          "Bearer ",
          "dGVzdF9kZW1vX2tleTo=",
          "chunked",
          "myaccount=",
          "\u00e9",
          "\t",
          "x".repeat(500));

  private static final List<String> PATHS =
      List.of(
          "/health/ready",
          "/myaccount/",
          "/partners/",
          "/order/checkout.php",
          "/portal/login",
          "/api/v2/portal_sessions/portal_1",
          "/shareabletokens/extid-1",
          "/redirect/x",
          "/v1/SingleSignOn/GetSingleSignOnToken/1",
          "/v1/customers/1/singleSignOnToken",
          "/wsdl",
          "/nowhere");

  private static final String JSON_RPC =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"login\",\"params\":[\"NOSHOP\",\"\",\"\"]}";

  private static final String SOAP =
      "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><login>"
          + "<merchantCode>NOSHOP</merchantCode></login></e:Body></e:Envelope>";

  private final List<Outcome> told = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"forwarded", "x-forwarded"})
  void isAnsweredAndNoResultIsLost(String forwardedBy) {
    Random random = new Random(forwardedBy.hashCode());
    try (Gateway gateway = behindProxy(forwardedBy)) {
      for (int i = 0; i < REQUESTS; i++) {
        told.clear();
        String headers = headers(random);
        switch (random.nextInt(3)) {
          case 0 -> call("/rpc/6.0/", JSON_RPC, headers, gateway);
          case 1 -> call("/soap/6.0/", SOAP, headers, gateway);
          default -> visit(PATHS.get(random.nextInt(PATHS.size())), headers, gateway);
        }
        assertThat(told).as(headers).noneMatch(Outcome.Failed.class::isInstance);
      }
    }
  }

  /** A call is refused by its method, and whoever called is told so, or it is not made at all. */
  private void call(String path, String body, String headers, Gateway gateway) {
    String answer =
        RawHttp.exchange(
            gateway.address(),
            "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n%s"
                .formatted(path, headers, body.length(), body));

    long made =
        told.stream()
            .filter(
                outcome ->
                    outcome instanceof Outcome.Called called && called.method().equals("login"))
            .count();
    boolean gzipped = answer.contains("Content-Encoding: gzip");
    boolean hasResult = gzipped || answer.contains("AUTHENTICATION_FAILED");
    assertThat(answer).as(headers).startsWith("HTTP/1.1 ");
    assertThat(made).as("%s: %s", headers, answer).isEqualTo(hasResult ? 1 : 0);
    if (path.startsWith("/rpc")) {
      assertThat(answer).as(headers).doesNotStartWith("HTTP/1.1 500");
    }
  }

  private static void visit(String path, String headers, Gateway gateway) {
    assertThat(
            RawHttp.exchange(
                gateway.address(),
                "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n"
                    .formatted(path, headers)))
        .as(headers)
        .startsWith("HTTP/1.1 ")
        .doesNotStartWith("HTTP/1.1 500");
  }

  private static String headers(Random random) {
    StringBuilder lines = new StringBuilder();
    for (int line = random.nextInt(4); line >= 0; line--) {
      lines.append(NAMES.get(random.nextInt(NAMES.size()))).append(": ");
      for (int piece = random.nextInt(6); piece >= 0; piece--) {
        lines.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      lines.append("\r\n");
    }
    return lines.toString();
  }

  private Gateway behindProxy(String forwardedBy) {
    Map<String, String> settings =
        Map.of(
            "port", "0",
            "store", "memory:",
            "trustedProxies", "127.0.0.1",
            "forwardedBy", forwardedBy);
    Gateway gateway =
        Gateway.builder()
            .settings(
                new SettingsReader(Platforms.ALL)
                    .read(Optional.empty(), Map.of(), settings)
                    .orElseThrow(problems -> new IllegalArgumentException(problems.toString())))
            .clock(new TestClock())
            .start();
    gateway.world().outcomes().add(told::add);
    return gateway;
  }
}
