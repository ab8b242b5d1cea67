package org.billingsso.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.billingsso.Served;
import org.junit.jupiter.api.Test;

/** What whoever operates the gateway is told. */
class HealthTest {
  private volatile boolean ready = true;
  private volatile Optional<String> warning = Optional.empty();

  private final Health.Readiness readiness =
      new Health.Readiness() {
        @Override
        public boolean isReady() {
          return ready;
        }

        @Override
        public Optional<String> warning() {
          return warning;
        }
      };

  @Test
  void aWarningIsASecondLineOfAGatewayThatIsReady() throws Exception {
    try (Served served = Served.with((signOn, routes) -> Health.mount(routes, readiness))) {
      assertThat(ask(served)).isEqualTo("200 ready\n");

      warning = Optional.of("Records stay.");
      assertThat(ask(served)).isEqualTo("200 ready\nRecords stay.\n");

      ready = false;
      assertThat(ask(served)).isEqualTo("503 not ready\n");
    }
  }

  private static String ask(Served served) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(served.address().resolve("/health/ready")).build(),
                BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.body();
  }
}
