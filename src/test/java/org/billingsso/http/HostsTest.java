package org.billingsso.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.billingsso.LoopbackSettings;
import org.billingsso.RawHttp;
import org.billingsso.TestClock;
import org.billingsso.http.Forwarding.ForwardedBy;
import org.billingsso.journal.Outcome;
import org.billingsso.journal.Outcomes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hosts a request may be for, and that only these become the host of a link. */
class HostsTest {
  private final List<Outcome> outcomes = new CopyOnWriteArrayList<>();
  private final List<GatewayServer> servers = new ArrayList<>();

  @AfterEach
  void close() {
    servers.forEach(GatewayServer::close);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:81",
        "localhost.",
        "demo.localhost",
        "a.b.localhost:8080",
        "127.0.0.1",
        "127.1.2.3:80",
        "[::1]",
        "[0:0:0:0:0:0:0:1]:9"
      })
  void areTheNamesOfThisMachineUnlessOneAllowsMore(String host) throws Exception {
    assertThat(ask(HttpSettings.onLoopback(0), host)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example", "localhost.evil.example", "evillocalhost", "127.0.0.1.evil.example",
        "10.0.0.1", "[::2]", "sso", "0.0.0.0"
      })
  void areNoneThatACallerInvents(String host) throws Exception {
    String answer = ask(HttpSettings.onLoopback(0), host);

    assertThat(answer).startsWith("HTTP/1.1 421").contains("refused: 421");
    assertThat(answer).doesNotContain("link:");
    assertThat(outcomes)
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> {
              assertThat(rejected.route()).isEqualTo("/link");
              assertThat(rejected.status()).isEqualTo(421);
              assertThat(rejected.diagnosis().seen()).isPresent();
              assertThat(rejected.diagnosis().setting()).hasValue("allowedHosts");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "sso.example.com, 200",
    "SSO.EXAMPLE.COM:8443, 200",
    "a.portal.example, 200",
    "a.b.portal.example, 200",
    "portal.example, 421",
    "xportal.example, 421",
    "sso.example.com.evil.example, 421",
    "public.example, 200"
  })
  void areThoseThatTheOperatorNames(String host, int status) throws Exception {
    HttpSettings settings =
        new LoopbackSettings()
            .publicUrl("https://public.example/sso")
            .allowedHosts(
                HostPattern.parse("sso.example.com").orElseThrow(),
                HostPattern.parse("*.portal.example").orElseThrow())
            .build();

    assertThat(ask(settings, host)).startsWith("HTTP/1.1 " + status);
  }

  @Test
  void areTheAddressThatARequestHasComeTo() throws Exception {
    GatewayServer server = started(new LoopbackSettings().host("0.0.0.0").build());
    String port = ":" + server.address().getPort();

    for (InetAddress own : ownAddresses()) {
      URI here = URI.create("http://" + own.getHostAddress() + port);
      assertThat(ask(here, here.getAuthority())).contains("link:" + here + "/link");
      assertThat(ask(here, "203.0.113.9" + port)).startsWith("HTTP/1.1 421");
      assertThat(ask(here, "gateway.example" + port)).startsWith("HTTP/1.1 421");
    }
  }

  @Test
  void isTheAddressThatItHasComeToWhereARequestHasNone() throws Exception {
    GatewayServer server = started(HttpSettings.onLoopback(0));

    assertThat(RawHttp.exchange(server.address(), "GET /link HTTP/1.0\r\n\r\n"))
        .contains("link:" + server.address() + "/link");
  }

  @ParameterizedTest
  @CsvSource({"evil.example, 421", "localhost:5, 200"})
  void areTheSameInATargetThatIsAWholeUrl(String host, int status) throws Exception {
    URI server = started(HttpSettings.onLoopback(0)).address();
    String request =
        "GET http://%1$s/link HTTP/1.1\r\nHost: %1$s\r\nConnection: close\r\n\r\n".formatted(host);

    assertThat(RawHttp.exchange(server, request)).startsWith("HTTP/1.1 " + status);
  }

  @ParameterizedTest
  @CsvSource({
    "X_FORWARDED, X-Forwarded-Host: evil.example, 421",
    "X_FORWARDED, X-Forwarded-Host: sso.example.com, 200",
    "FORWARDED, Forwarded: host=evil.example, 421",
    "FORWARDED, Forwarded: host=sso.example.com, 200",
  })
  void areTheSameThatATrustedProxyTells(ForwardedBy by, String header, int status)
      throws Exception {
    HttpSettings settings =
        new LoopbackSettings()
            .forwarding(new Forwarding(List.of(AddressRange.parse("127.0.0.1").orElseThrow()), by))
            .allowedHosts(HostPattern.parse("sso.example.com").orElseThrow())
            .build();
    URI server = started(settings).address();
    String request = "GET /link HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n\r\n";

    String answer = RawHttp.exchange(server, request.formatted(header));

    assertThat(answer).startsWith("HTTP/1.1 " + status);
    assertThat(answer.contains("link:http://sso.example.com/link")).isEqualTo(status == 200);
  }

  private String ask(HttpSettings settings, String host) throws Exception {
    return ask(started(settings).address(), host);
  }

  private static String ask(URI server, String host) {
    String request = "GET /link HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
    return RawHttp.exchange(server, request.formatted(host));
  }

  private GatewayServer started(HttpSettings settings) throws Exception {
    Outcomes door = new Outcomes();
    door.add(outcomes::add);
    Routes routes =
        new Routes(
            (error, exchange) -> Answer.status(error.status()), new Scope(new TestClock(), door));
    routes
        .refusingWith(
            (error, exchange) ->
                Answer.of(error.status(), "text/plain", "refused: " + error.status()))
        .get("/link", exchange -> Answer.of(200, "text/plain", "link:" + exchange.url("/link")));
    GatewayServer server = new GatewayServer(settings, routes);
    servers.add(server);
    server.start();
    return server;
  }

  private static List<InetAddress> ownAddresses() throws Exception {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(Inet4Address.class::isInstance)
        .toList();
  }
}
