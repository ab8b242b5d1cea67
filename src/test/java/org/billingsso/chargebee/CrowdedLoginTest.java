package org.billingsso.chargebee;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.billingsso.cli.ForkedGateway;
import org.billingsso.portal.Browser;
import org.billingsso.store.Race;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Far more people sign in at once than there is memory to hash passwords for. */
class CrowdedLoginTest {
  private static final int CROWD = 150;
  private static ForkedGateway gateway;

  @BeforeAll
  static void start() throws Exception {
    gateway =
        ForkedGateway.start(
            "-Xmx256m",
            Map.of(
                "BILLINGSSO_TRUSTED_PROXIES", "127.0.0.1",
                "BILLINGSSO_FORWARDED_BY", "x-forwarded"));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void fromAllOverTheWorldAreAllAnsweredAndOnesWhoCameTooSoonAreToldWhenToComeAgain()
      throws Exception {
    List<HttpResponse<String>> answers = postedAtOnce(number -> "203.0.113." + number);

    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isIn(403, 503);
              assertThat(answer.headers().firstValue("Retry-After").isPresent())
                  .isEqualTo(answer.statusCode() == 503);
            })
        .extracting(HttpResponse::statusCode)
        .contains(403);
    assertThat(signIn("ada@example.com")).isEqualTo(303);
  }

  @Test
  void fromOneAddressAreToldToWaitAndSlowDownNobodyElse() throws Exception {
    List<HttpResponse<String>> answers = postedAtOnce(number -> "198.51.100.1");

    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isIn(403, 429, 503);
              assertThat(answer.headers().firstValue("Retry-After").isPresent())
                  .isEqualTo(answer.statusCode() != 403);
            });
    assertThat(signIn("grace@example.com")).isEqualTo(303);
  }

  /** What the crowd is answered, each of whom comes from that address. */
  private static List<HttpResponse<String>> postedAtOnce(IntFunction<String> address)
      throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return Race.of(
        CROWD,
        number -> {
          HttpRequest request =
              HttpRequest.newBuilder(gateway.address().resolve("/portal/login"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .header("Cookie", "chargebee-login=mine")
                  .header("X-Forwarded-For", address.apply(number))
                  .POST(
                      BodyPublishers.ofString(
                          "form=mine&password=wrong&email=somebody" + number + "%40example.com"))
                  .build();
          return () -> client.send(request, BodyHandlers.ofString());
        });
  }

  private static int signIn(String email) {
    return LoginFormPage.open(new Browser(gateway.address()), "/portal/login")
        .submit(email, "portal-demo")
        .statusCode();
  }
}
