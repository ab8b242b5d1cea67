package org.billingsso.anyinput;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.googlecode.jsonrpc4j.JsonRpcMethod;
import com.googlecode.jsonrpc4j.JsonRpcParam;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.xml.parsers.DocumentBuilderFactory;
import org.billingsso.Accounts;
import org.billingsso.TestClock;
import org.billingsso.directory.Directory;
import org.billingsso.directory.Secret;
import org.billingsso.gateway.Gateway;
import org.billingsso.gateway.Platforms;
import org.billingsso.journal.Outcome;
import org.billingsso.twocheckout.HashAlgorithm;
import org.billingsso.twocheckout.LoginHash;
import org.billingsso.twocheckout.TwoCheckoutApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/**
 * Random values in every parameter of every platform: each request is answered, in its dialect's
 * own shape, and none fails by a fault of ours. The accounts have such values in them too.
 */
class AnyInputTest {
  private static final int CALLS = 400;
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<Method> METHODS = methods();
  private static final List<Outcome> FAILED = new CopyOnWriteArrayList<>();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @AutoClose
  private static final Gateway GATEWAY =
      Gateway.builder().accounts(strange()).clock(new TestClock()).start();

  private static String session = "";

  /** A method of the API with the names of its parameters. */
  private record Method(String name, List<String> parameters) {}

  @BeforeAll
  static void logIn() {
    GATEWAY
        .world()
        .outcomes()
        .add(
            outcome -> {
              if (outcome instanceof Outcome.Failed) {
                FAILED.add(outcome);
              }
            });
    String date =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
            .withZone(ZoneOffset.UTC)
            .format(TestClock.START);
    String hash =
        LoginHash.compute(HashAlgorithm.SHA256, Secret.of("demo-secret-key"), "DEMOSHOP", date);
    session = call("login", "[\"DEMOSHOP\",\"%s\",\"%s\"]".formatted(date, hash));
    call("setPartner", "[\"%s\",\"PARTNER01\"]".formatted(session));
  }

  @AfterEach
  void nothingFailed() {
    assertThat(FAILED).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void overJsonRpcIsAnsweredInIt(long seed) throws IOException {
    AnyValues any = new AnyValues(seed);
    for (int i = 0; i < CALLS; i++) {
      Method method = METHODS.get(any.number(METHODS.size()));
      ObjectNode request = JSON.createObjectNode();
      request.put("jsonrpc", "2.0").put("method", method.name());
      request.set("id", any.happens(9) ? JSON.getNodeFactory().numberNode(i) : any.json());
      if (any.happens(5)) {
        ObjectNode params = request.putObject("params");
        for (String name : method.parameters()) {
          params.set(any.happens(9) ? name : any.text(), value(name, any));
        }
      } else {
        method.parameters().forEach(name -> request.withArray("params").add(value(name, any)));
      }
      String body = request.toString();
      HttpResponse<String> answer = send(post("/rpc/6.0/", body));

      assertThat(answer.statusCode()).as(body).isEqualTo(200);
      JsonNode json = JSON.readTree(answer.body());
      assertThat(json.has("result")).as(body).isNotEqualTo(json.has("error"));
      assertThat(json.path("error").path("code").intValue()).as(body).isNotEqualTo(20000);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void overSoapIsAnsweredInIt(long seed) throws Exception {
    AnyValues any = new AnyValues(seed);
    for (int i = 0; i < CALLS; i++) {
      Method method = METHODS.get(any.number(METHODS.size()));
      StringBuilder parts = new StringBuilder();
      for (String name : method.parameters()) {
        String text = name.equals("sessionID") && any.happens(8) ? session : any.text();
        parts.append("<%1$s>%2$s</%1$s>".formatted(name, inXml(text)));
      }
      String body =
          "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><%1$s>%2$s</%1$s>"
                  .formatted(method.name(), parts)
              + "</e:Body></e:Envelope>";
      HttpResponse<String> answer = send(post("/soap/6.0/", body));

      assertThat(answer.statusCode()).as(body).isIn(200, 500);
      Document xml =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(answer.body())));
      assertThat(xml.getDocumentElement().getTagName()).isEqualTo("soap:Envelope");
      assertThat(answer.body()).as(body).doesNotContain("INTERNAL_ERROR");
    }
  }

  @Test
  void inSoapHasASignForEachCharacterThatXmlHasNot() {
    String body =
        ("<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><getPartnerByCode>"
                + "<sessionID>%s</sessionID><partnerCode>PARTNER01</partnerCode>"
                + "</getPartnerByCode></e:Body></e:Envelope>")
            .formatted(session);

    assertThat(send(post("/soap/6.0/", body)).body())
        .contains("<CompanyName>First\uFFFD\uFFFD\uFFFD Reseller ]]&gt; &lt;&amp;</CompanyName>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e99999999999",
        "-1e-99999999999",
        "1e2147483647",
        "1e-2147483648",
        "1e2147483648",
        "1e999999999",
        "0e9999999999999999999"
      })
  void inJsonMayBeANumberTooLargeToReadWhereverItStands(String number) throws IOException {
    for (String body :
        List.of(
            "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"login\"}",
            "{\"jsonrpc\":%s,\"id\":1,\"method\":\"login\"}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":%s}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"login\",\"params\":%s}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"login\",\"params\":[%s]}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"login\",\"params\":{\"date\":{\"a\":[%s]}}}",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"login\",\"other\":%s}",
            "%s")) {
      HttpResponse<String> answer = send(post("/rpc/6.0/", body.formatted(number)));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(JSON.readTree(answer.body()).path("error").path("code").intValue())
          .isIn(-32700, -32600, -32601, 10003);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void inAChargebeeFormIsAnsweredInItsJson(long seed) throws IOException {
    AnyValues any = new AnyValues(seed);
    String[] paths = {"", "/portal_1", "/portal_1/logout", "/portal_1/activate"};
    for (int i = 0; i < CALLS; i++) {
      String form =
          "customer[id]=%s&redirect_url=%s&forward_url=%s&token=%s&%s=%s"
              .formatted(
                  encoded(any.happens(5) ? "ada" : any.text()),
                  encoded(any.text()),
                  encoded(any.text()),
                  any.text().replaceAll("[^ -~]", "%"),
                  encoded(any.text()),
                  encoded(any.text()));
      String path = "/api/v2/portal_sessions" + paths[any.number(paths.length)];
      HttpRequest.Builder request =
          post(path, form)
              .header("Authorization", "Basic dGVzdF9kZW1vX2tleTo=")
              .header("chargebee-idempotency-key", any.text().replaceAll("[^ -~]", "?"));
      HttpResponse<String> answer = send(request);

      JsonNode json = JSON.readTree(answer.body());
      assertThat(answer.statusCode()).as(form).isIn(200, 400, 404, 405, 422, 429);
      assertThat(json.has("portal_session")).as(form).isNotEqualTo(json.has("api_error_code"));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void inAPlanhatOrFusebillPathIsAnsweredInItsWords(long seed) throws IOException {
    AnyValues any = new AnyValues(seed);
    for (int i = 0; i < CALLS; i++) {
      String value = segment(any.text());
      HttpResponse<String> planhat =
          send(
              get("/shareabletokens/" + (any.happens(3) ? "access/" : "") + value)
                  .header("Authorization", "Bearer planhat-demo-token"));
      assertThat(planhat.statusCode()).as(value).isIn(200, 400, 403, 404, 429);
      assertThat(JSON.readTree(planhat.body()).isContainerNode()).as(planhat.body()).isTrue();

      HttpResponse<String> fusebill =
          send(
              get("/v1/SingleSignOn/GetSingleSignOnToken/" + value)
                  .header("Authorization", "Basic MDpERU1PS0VZ"));
      assertThat(fusebill.statusCode()).as(value).isIn(200, 400, 404, 429);
      assertThat(JSON.readTree(fusebill.body()).isMissingNode()).as(fusebill.body()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void inAQueryOfAPortalIsAnsweredWithAPage(long seed) {
    AnyValues any = new AnyValues(seed);
    List<Shown> shown =
        List.of(
            new Shown(
                signIn("getSingleSignOn", "\"DC47E143FA\""),
                "/myaccount/",
                "/myaccount/view_order/",
                "/myaccount/my_license/",
                "/myaccount/order_lookup/",
                "/order/checkout.php"),
            new Shown(
                signIn(
                    "getPartnerSingleSignOn",
                    "\"admin@partner01.example\",\"PARTNER01\",\"%s\""
                        .formatted(GATEWAY.address() + "/partners/")),
                "/partners/",
                "/partners/partner_add_order.php",
                "/partners/order.php",
                "/partners/subscription.php",
                "/partners/invoice.php"),
            new Shown("none=1", "/portal/login", "/redirect/x", "/portals"));
    for (int i = 0; i < CALLS; i++) {
      Shown portal = shown.get(any.number(shown.size()));
      String path = portal.paths()[any.number(portal.paths().length)];
      String query =
          ("?subscription=%1$s&order=%2$s&refno=%3$s&PRODS=%1$s&QTY=%2$s&change_card=%3$s"
                  + "&return_url=%3$s&email=%1$s&logintoken=%2$s")
              .formatted(inQuery(any.text()), inQuery(any.text()), inQuery(any.text()));
      HttpResponse<String> answer = send(get(path + query).header("Cookie", portal.cookie()));

      assertThat(answer.statusCode()).as(path + query).isLessThan(500);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .as(path + query)
          .startsWith(answer.statusCode() == 303 ? "" : "text/html");
    }
  }

  /** Pages, and the cookie of whoever may see them. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Shown(String cookie, String... paths) {}

  private static JsonNode value(String name, AnyValues any) {
    return name.equals("sessionID") && any.happens(8)
        ? JSON.getNodeFactory().textNode(session)
        : any.json();
  }

  private static String signIn(String method, String arguments) {
    URI link = URI.create(call(method, "[\"%s\",%s]".formatted(session, arguments)));
    String cookie =
        send(HttpRequest.newBuilder(link)).headers().firstValue("Set-Cookie").orElseThrow();
    return cookie.split(";", 2)[0];
  }

  /** The text that a call answers. */
  private static String call(String method, String params) {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}".formatted(method, params);
    try {
      return JSON.readTree(send(post("/rpc/6.0/", body)).body()).path("result").asText();
    } catch (IOException notJson) {
      throw new AssertionError("Not JSON", notJson);
    }
  }

  private static HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(URI.create(GATEWAY.address() + path));
  }

  private static HttpRequest.Builder post(String path, String body) {
    return get(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException unanswered) {
      throw new AssertionError("The gateway did not answer", unanswered);
    }
  }

  private static String encoded(String text) {
    return encode(text, UTF_8);
  }

  /** The text, of which a request line has room for only so much. */
  private static String inQuery(String text) {
    return encoded(text.substring(0, Math.min(text.length(), 300)));
  }

  /** The text as one segment of a path, where no dots of it are those of another path. */
  private static String segment(String text) {
    return encoded(text).replace("+", "%20").replace(".", "%2E");
  }

  /** Text in XML, with character references even for what XML has not. */
  private static String inXml(String text) {
    StringBuilder xml = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (c > ' ' && c < 0x7f && c != '<' && c != '&') {
                xml.append((char) c);
              } else {
                xml.append("&#").append(c).append(';');
              }
            });
    return xml.toString();
  }

  private static List<Method> methods() {
    List<Method> methods = new ArrayList<>();
    for (var method : TwoCheckoutApi.class.getMethods()) {
      List<String> parameters =
          Arrays.stream(method.getParameters())
              .map(each -> each.getAnnotation(JsonRpcParam.class).value())
              .toList();
      methods.add(new Method(method.getAnnotation(JsonRpcMethod.class).value(), parameters));
    }
    return methods;
  }

  /** The demo accounts with names that XML has no characters for. */
  private static Directory strange() {
    try (InputStream demo = Platforms.class.getResourceAsStream("/demo-directory.yaml")) {
      String yaml = new String(demo.readAllBytes(), UTF_8);
      return Accounts.directory(
          yaml.replace("First Reseller GmbH", "\"First\\x01\\x0b\\uFFFE Reseller ]]> <&\"")
              .replace("firstName: Ada", "firstName: \"A\\x02d\\x7fa\""));
    } catch (IOException unreadable) {
      throw new AssertionError("The demo accounts are not there", unreadable);
    }
  }
}
