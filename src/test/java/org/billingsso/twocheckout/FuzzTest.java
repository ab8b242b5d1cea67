package org.billingsso.twocheckout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that nobody would write: every one gets an answer of its protocol that tells no tales. */
class FuzzTest {
  private static final int BODIES = 1_000;
  private static final String[] TALES = {
    "Exception", "org.", "java", "com.", "at ", "Jackson", "wstx", "jetty", "null pointer", "<html"
  };

  @AutoClose private static final RunningApi API = RunningApi.started();

  private final PlainHttp http = API.http();

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void overJsonRpc(long seed) {
    String session = API.demoShop(Protocol.JSON_RPC).session();
    Mutation mutation =
        new Mutation(
            new Random(seed),
            List.of(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"getSingleSignOn\",\"params\":[\"%s\","
                    + "\"DC47E143FA\",\"ada@example.com\",50,\"faq\",\"203.0.113.7\"]}",
                "{\"jsonrpc\":2,\"id\":\"a\",\"method\":\"getSingleSignOnByCustomer\",\"params\":"
                    + "{\"sessionID\":\"%s\",\"idCustomer\":\"352365983\",\"customerType\":"
                    + "\"AvangateCustomerReference\",\"request\":{\"a\":[1,\"b\"]}}}",
                "[{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"searchPartners\",\"params\":{\"0\":"
                    + "\"%s\",\"1\":\"PARTNER\"}},{\"jsonrpc\":\"2.0\",\"method\":\"login\"}]"),
            session);

    for (int i = 0; i < BODIES; i++) {
      byte[] body = mutation.next();
      HttpResponse<String> response = http.post("/rpc/6.0/", body);

      assertThat(response.statusCode()).as(() -> new String(body, UTF_8)).isIn(200, 204);
      if (response.statusCode() == 200) {
        JsonNode answer = Outcome.read(response.body());
        for (JsonNode each : answer.isArray() ? answer : List.of(answer)) {
          assertThat(each.path("jsonrpc").asText()).isEqualTo("2.0");
          assertThat(each.has("result")).isNotEqualTo(each.has("error"));
          assertThat(each.path("error").path("code").asInt()).isNotEqualTo(20000);
          assertThat(each.path("error").path("message").asText()).doesNotContain(TALES);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void overSoap(long seed) {
    String session = API.demoShop(Protocol.SOAP).session();
    Mutation mutation =
        new Mutation(
            new Random(seed),
            List.of(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><e:Envelope xmlns:e=\"http://schemas."
                    + "xmlsoap.org/soap/envelope/\"><e:Body><getSingleSignOn><sessionID>%s"
                    + "</sessionID><subscriptionReference>DC47E143FA</subscriptionReference>"
                    + "</getSingleSignOn></e:Body></e:Envelope>",
                "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/' xmlns:x='http:"
                    + "//www.w3.org/2001/XMLSchema-instance'><e:Header><h a='b'>&amp;</h></e:Header>"
                    + "<e:Body><n:searchPartners xmlns:n='urn:n'><param0 href='#a'/><param1 x:nil="
                    + "'0'><![CDATA[PARTNER]]></param1></n:searchPartners><m id='a'>%s</m></e:Body>"
                    + "</e:Envelope>"),
            session);

    for (int i = 0; i < BODIES; i++) {
      byte[] body = mutation.next();
      HttpResponse<String> response = http.post("/soap/6.0/", body);

      assertThat(response.statusCode()).as(() -> new String(body, UTF_8)).isIn(200, 500);
      assertThat(Xml.soapBody(response.body())).isNotNull();
      assertThat(response.body())
          .as(() -> new String(body, UTF_8))
          .doesNotContain("INTERNAL_ERROR");
      if (response.statusCode() == 500) {
        String fault = response.body().replaceAll("xmlns:\\w+=\"[^\"]*\"", "");
        assertThat(fault).contains("<faultcode>").doesNotContain(TALES);
      }
    }
  }

  /** Well-formed messages with a few accidents. The same seed has the same accidents. */
  private record Mutation(Random random, List<String> messages, String session) {
    byte[] next() {
      byte[] body =
          messages.get(random.nextInt(messages.size())).formatted(session).getBytes(UTF_8);
      for (int accidents = random.nextInt(5); accidents >= 0; accidents--) {
        body = accident(body);
      }
      return body;
    }

    private byte[] accident(byte[] body) {
      int from = random.nextInt(body.length + 1);
      int to = Math.min(body.length, from + random.nextInt(20));
      ByteArrayOutputStream changed = new ByteArrayOutputStream();
      changed.write(body, 0, from);
      switch (random.nextInt(6)) {
        case 0 -> to = from;
        case 1 -> changed.write(random.nextInt(256));
        case 2 -> changed.writeBytes(punctuation());
        case 3 -> {
          int other = random.nextInt(body.length + 1);
          changed.write(body, other, Math.min(15, body.length - other));
        }
        case 4 -> {
          changed.write(body, from, to - from);
          changed.write(body, from, to - from);
        }
        default -> {
          byte[] bytes = new byte[random.nextInt(8)];
          random.nextBytes(bytes);
          changed.writeBytes(bytes);
        }
      }
      changed.write(body, to, body.length - to);
      return changed.size() == 0 ? body : changed.toByteArray();
    }

    private byte[] punctuation() {
      String[] signs = {
        "\"",
        "'",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\\",
        "\\ud800",
        "null",
        "1e99999",
        "-0",
        "<",
        ">",
        "/>",
        "&",
        "&x;",
        "&#0;",
        "&#xd800;",
        "]]>",
        "<!--",
        "<!DOCTYPE a>",
        "<?a?>",
        "\u0000",
        "="
      };
      return signs[random.nextInt(signs.length)].getBytes(UTF_8);
    }
  }
}
