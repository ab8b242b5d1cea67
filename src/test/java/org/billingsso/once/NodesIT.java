package org.billingsso.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.billingsso.NeedsClient;
import org.billingsso.once.Redemption.Outcome;
import org.billingsso.store.Race;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two packaged gateways on one store, behind nginx, as {@code docs/deploy.md} describes it. */
@NeedsClient({"nginx", "openssl"})
class NodesIT {
  private static final int LINKS = 10;
  private static final int VISITORS = 8;
  private static final int SOME = 20;
  private static final Duration VALIDITY = Duration.ofHours(1);

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "REDIS", "REDIS_CLUSTER"})
  void areOneGateway(Engine engine) throws Exception {
    URI address = URI.create("https://localhost:" + GatewayProcess.freePort());
    try (Engine.Started server = engine.start();
        GatewayProcess one = node(server, address);
        GatewayProcess other = node(server, address);
        Nginx nginx = Nginx.start(directory, address, one.address(), other.address())) {
      List<URI> nodes = List.of(one.address(), other.address());
      loginOnOneIssueOnTheOtherAndRedeemOnBoth(nodes, address);
      believesTheProxyAboutTheClient(one.address(), address);
      losesNodesWithoutLosingLinks(nginx, List.of(one, other));
    }
  }

  private GatewayProcess node(Engine.Started server, URI address) throws IOException {
    return GatewayProcess.start(
        Map.of(
            "store",
            server.url(),
            "serverKeyFile",
            directory.resolve("server.key").toString(),
            "publicUrl",
            address.toString(),
            "trustedProxies",
            "[127.0.0.1]",
            "forwardedBy",
            "x-forwarded",
            "fusebill",
            "{linkValidity: 1h}"));
  }

  private static void loginOnOneIssueOnTheOtherAndRedeemOnBoth(List<URI> nodes, URI address)
      throws Exception {
    TwoCheckoutBackEnd atOne = backEnd(nodes.get(0));
    TwoCheckoutBackEnd atOther = backEnd(nodes.get(1));
    String session = atOne.login();
    assertThat(atOne.call("setPartner", List.of(session, "PARTNER01")).path("result").asBoolean())
        .isTrue();
    for (int i = 0; i < LINKS; i++) {
      String page = "https://secure.2checkout.com/cpanel/account.php";
      String link =
          atOther
              .call(
                  "getPartnerSingleSignOn",
                  List.of(session, "admin@partner01.example", "PARTNER01", page, 600))
              .path("result")
              .asText();
      assertThat(link).startsWith(address + "/cpanel/account.php?logintoken=");

      List<Outcome> outcomes =
          Race.of(
              VISITORS,
              number -> () -> Visitor.follow(at(nodes.get(number % 2), link)).confirmed());

      assertThat(outcomes).containsOnlyOnce(Outcome.ADMITTED);
      assertThat(outcomes).containsOnly(Outcome.ADMITTED, Outcome.USED);
    }
  }

  private static void believesTheProxyAboutTheClient(URI node, URI address) {
    String client = "203.0.113.9";
    TwoCheckoutBackEnd backEnd = backEnd(address);
    String link =
        backEnd
            .call(
                "getSingleSignOn",
                List.of(backEnd.login(), "DC47E143FA", "ada@example.com", 600, "", client))
            .path("result")
            .asText();

    assertThat(status(link, client)).isEqualTo(403);
    assertThat(status(at(node, link), client)).isEqualTo(303);
  }

  private static void losesNodesWithoutLosingLinks(Nginx nginx, List<GatewayProcess> nodes)
      throws Exception {
    Crowd crowd = Crowd.unhurried(nginx.address());
    crowd.actDuring(
        Crowd.seed(),
        () -> {
          for (GatewayProcess node : nodes) {
            crowd.awaitVisits(SOME);
            crowd.outage(
                () -> {
                  node.kill();
                  crowd.awaitVisits(SOME);
                  node.restart();
                });
          }
          crowd.awaitVisits(SOME);
        });
    await()
        .until(
            () ->
                nodes.stream()
                    .allMatch(node -> status(node.address() + "/health/ready", "") == 200));
    crowd.followEveryLink();

    System.out.println(crowd.history().summary());
    assertThat(HistoryCheck.violations(crowd.history())).isEmpty();
    assertThat(crowd.visits()).allMatch(Visitor.Visit::isSignedIn);
  }

  private static TwoCheckoutBackEnd backEnd(URI gateway) {
    return new TwoCheckoutBackEnd(gateway, InstantSource.system(), VALIDITY);
  }

  /** The same link, without the way through nginx. */
  private static String at(URI node, String link) {
    URI uri = URI.create(link);
    return node.resolve(uri.getRawPath() + "?" + uri.getRawQuery()).toString();
  }

  private static int status(String url, String forwardedFor) {
    return Http.send(Http.to(URI.create(url)).header("X-Forwarded-For", forwardedFor))
        .map(answer -> answer.statusCode())
        .orElse(0);
  }
}
