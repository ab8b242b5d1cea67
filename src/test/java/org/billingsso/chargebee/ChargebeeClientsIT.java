package org.billingsso.chargebee;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.billingsso.NeedsClient;
import org.billingsso.portal.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Programs that speak to the gateway with Chargebee's own SDKs, unmodified. */
class ChargebeeClientsIT {
  private static final Path SAMPLES = Path.of("samples/chargebee");
  private static final Path SDK_CALLS = Path.of("src/test/resources/chargebee/sdk.mjs");
  private static final RunningSites sites = RunningSites.start();

  @AfterAll
  static void stop() {
    sites.close();
  }

  @Nested
  @NeedsClient({"node", "npm"})
  class Node {
    @BeforeAll
    static void install() throws Exception {
      run("npm", "ci", "--no-audit", "--no-fund");
    }

    @Test
    void understandsEveryAnswer() throws Exception {
      LoginFormPage.SignedOn login = LoginFormPage.signOn(new Browser(sites.address()));

      String printed =
          run(
              "node",
              SDK_CALLS.toAbsolutePath().toString(),
              Integer.toString(sites.address().getPort()),
              login.id(),
              login.token());

      JsonNode seen = new ObjectMapper().readTree(printed);
      assertThat(seen.at("/created/status").textValue()).isEqualTo("created");
      assertThat(seen.at("/created/linked_customers")).hasSize(2);
      assertThat(seen.get("retrieved")).isEqualTo(seen.get("created"));
      assertThat(seen.at("/loggedOut/status").textValue()).isEqualTo("logged_out");
      assertThat(seen.at("/activated/status").textValue()).isEqualTo("activated");
      assertThat(seen.get("replays").toString()).isEqualTo("[false,\"true\"]");
      assertThat(seen.get("sameId").booleanValue()).isTrue();
      assertThat(seen.get("unknownCustomer").toString())
          .isEqualTo(
              "{\"http_status_code\":404,\"api_error_code\":\"resource_not_found\","
                  + "\"error_code\":\"resource_not_found\",\"type\":\"invalid_request\","
                  + "\"param\":\"customer[id]\","
                  + "\"message\":\"Sorry, we couldn't find that resource\"}");
      assertThat(seen.at("/wrongKey/http_status_code").intValue()).isEqualTo(401);
      assertThat(seen.at("/wrongKey/error_code").textValue())
          .isEqualTo("api_authentication_invalid_key");
      assertThat(seen.at("/wrongState/api_error_code").textValue())
          .isEqualTo("invalid_state_for_request");
    }

    @Test
    void signsOnInTheSample() throws Exception {
      assertSignsOn(run("node", "portal-session.mjs"));
    }
  }

  @Nested
  @NeedsClient("java")
  class Java {
    @Test
    void signsOnInTheSample() throws Exception {
      assertSignsOn(
          run("java", "-cp", System.getProperty("java.class.path"), "CreatePortalSession.java"));
    }
  }

  private static void assertSignsOn(String printed) {
    Browser browser = new Browser(sites.address());
    URI link = URI.create(printed.strip());
    assertThat(browser.follow(browser.get(link.toString())).body()).contains("Ada Lovelace");
  }

  /** What the program prints that runs where the samples are. */
  private static String run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(SAMPLES.toFile());
    builder.environment().put("GATEWAY", sites.address().toString());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process program = builder.start();
    String printed = new String(program.getInputStream().readAllBytes(), UTF_8);
    assertThat(program.waitFor()).as(printed).isZero();
    return printed;
  }
}
