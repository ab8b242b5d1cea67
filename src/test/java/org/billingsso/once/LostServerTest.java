package org.billingsso.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.billingsso.cli.RunningGateway;
import org.billingsso.once.Redemption.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server that keeps the records is killed and started again under a gateway that runs on. */
class LostServerTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final int OUTAGES = 2;
  private static final Duration VALIDITY = Duration.ofHours(1);

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "REDIS"})
  void isTheDialectsOwnErrorUntilItIsBack(Engine engine) throws Exception {
    try (Engine.Started server = engine.start();
        RunningGateway gateway = RunningGateway.start(CLOCK, Map.of("store", server.url()))) {
      URI address = gateway.address();
      TwoCheckoutBackEnd backEnd = new TwoCheckoutBackEnd(address, CLOCK, VALIDITY);
      String session = backEnd.login();
      String used = backEnd.issue();
      String unused = backEnd.issue();
      Visitor.Visit visit = Visitor.follow(used);
      server.kill();

      JsonNode error =
          backEnd.call("getSingleSignOn", List.of(session, "DC47E143FA")).path("error");
      assertThat(error.path("message").asText())
          .isEqualTo("Cannot save security token. Please try again.");
      assertThat(error.at("/data/error_code").asText()).isEqualTo("INTERNAL_ERROR");
      assertThat(get(address, "/v1/SingleSignOn/GetSingleSignOnToken/1001", "Basic MDpERU1PS0VZ"))
          .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(500))
          .satisfies(answer -> assertThat(answer.body()).startsWith("{\"ErrorId\":0"));
      assertThat(
              get(address, "/shareabletokens/5d81eb28aeeafc7a74d8f901", "Bearer planhat-demo-token")
                  .statusCode())
          .isEqualTo(500);
      assertThat(get(address, unused, "").statusCode()).isEqualTo(500);
      assertThat(get(address, "/health/ready", "").statusCode()).isEqualTo(503);
      assertThat(get(address, "/health/live", "").statusCode()).isEqualTo(200);

      server.restart();

      awaitReady(address);
      assertThat(visit.isSignedIn()).isTrue();
      assertThat(Visitor.follow(used).outcome()).isEqualTo(Outcome.USED);
      assertThat(Visitor.follow(unused).confirmed()).isEqualTo(Outcome.ADMITTED);
      assertThat(Visitor.follow(backEnd.issue()).confirmed()).isEqualTo(Outcome.ADMITTED);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "REDIS"})
  void losesNoLinkAndLetsNobodyInTwice(Engine engine) throws Exception {
    try (Engine.Started server = engine.start();
        RunningGateway gateway =
            RunningGateway.start(
                CLOCK, Map.of("store", server.url(), "fusebill.linkValidity", "1h"))) {
      Crowd crowd = Crowd.unhurried(gateway.address());
      crowd.actDuring(
          Crowd.seed(),
          () -> {
            for (int round = 1; round <= OUTAGES; round++) {
              crowd.awaitVisits(20);
              server.kill();
              int lost = round;
              await().until(() -> crowd.history().count(Outcome.UNANSWERED) >= lost);
              server.restart();
              awaitReady(gateway.address());
            }
            crowd.awaitVisits(20);
          });
      crowd.followEveryLink();

      System.out.println(engine + ": " + crowd.history().summary());
      assertThat(HistoryCheck.violations(crowd.history())).isEmpty();
      assertThat(crowd.visits()).allMatch(Visitor.Visit::isSignedIn);
    }
  }

  private static void awaitReady(URI gateway) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> get(gateway, "/health/ready", "").statusCode() == 200);
  }

  private static HttpResponse<String> get(URI server, String path, String authorization) {
    return Http.send(Http.to(server.resolve(path)).header("Authorization", authorization))
        .orElseThrow();
  }
}
