package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.billingsso.RawHttp;
import org.billingsso.Served;
import org.billingsso.http.Answer;
import org.billingsso.http.HttpError;
import org.billingsso.rpc.json.JsonRpcWords;
import org.billingsso.rpc.soap.SoapWords;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What HTTP refuses before there is a call is told in the envelope that its path is for. */
class HttpRefusalsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EMPTY_BODY = "Content-Length: 0\n\n";

  @AutoClose private static final RunningApi API = RunningApi.started();

  @AutoClose
  private static final Served EVERY_STATUS =
      Served.with(
          (signOn, routes) -> {
            routes
                .refusingWith(new JsonRpcWords(error -> Map.of("error_code", error.code())))
                .get("/rpc/{status}", request -> refuse(request.pathParameter("status")));
            routes
                .refusingWith(new SoapWords())
                .get("/soap/{status}", request -> refuse(request.pathParameter("status")));
          });

  /** A request that is refused, and the status. */
  private record Refused(String request, int status) {
    @Override
    public String toString() {
      return status + " for " + request.replaceFirst("(?s)\n.*", "");
    }
  }

  @ParameterizedTest
  @MethodSource("onJsonRpcPaths")
  void isAnErrorObjectOnJsonRpcPaths(Refused refused) throws Exception {
    isErrorObject(RawHttp.send(API.address(), List.of(refused.request())), refused.status());
  }

  @ParameterizedTest
  @MethodSource("onSoapPaths")
  void isAFaultOnSoapPaths(Refused refused) {
    isFault(RawHttp.send(API.address(), List.of(refused.request())), refused.status());
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void keepsEveryStatusInBothEnvelopes(int status) throws Exception {
    String get = "GET /%s/" + status + " HTTP/1.1\n\n";
    isErrorObject(RawHttp.send(EVERY_STATUS.address(), List.of(get.formatted("rpc"))), status);
    isFault(RawHttp.send(EVERY_STATUS.address(), List.of(get.formatted("soap"))), status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%s/6.0/", "/%s/7.5/", "/api/order/6.0/%s"})
  void isToldForAHostThatIsNoneOfOursToo(String path) throws Exception {
    String post = "POST " + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n";

    isErrorObject(RawHttp.exchange(API.address(), post.formatted("rpc")), 421);
    isFault(RawHttp.exchange(API.address(), post.formatted("soap")), 421);
  }

  @ParameterizedTest
  @EnumSource(Protocol.class)
  void saysWhichMethodsThereAre(Protocol protocol) {
    String path = protocol == Protocol.SOAP ? "/order/6.0/soap/" : "/order/6.0/rpc/";
    String answer =
        RawHttp.send(API.address(), List.of("DELETE " + path + " HTTP/1.1\n" + EMPTY_BODY));

    assertThat(answer)
        .startsWith("HTTP/1.1 405")
        .contains(protocol == Protocol.SOAP ? "Allow: GET, POST\r\n" : "Allow: POST\r\n");
  }

  static Stream<Refused> onJsonRpcPaths() {
    return refused("rpc");
  }

  static Stream<Refused> onSoapPaths() {
    return refused("soap");
  }

  static IntStream statuses() {
    return IntStream.rangeClosed(400, 599).filter(status -> status % 7 == 0 || status % 100 < 30);
  }

  private static Stream<Refused> refused(String protocol) {
    Stream<Refused> nowhere =
        Stream.of(
                "/%s/7.5/",
                "/%s/1.0",
                "/%s/6.0/more",
                "/%s/x/y",
                "/order/7.5/%s/",
                "/order/6.x/%s",
                "/product/1.0/%s/more",
                "/api/%s/7.0/",
                "/api/order/7.5/%s/")
            .map(path -> path.formatted(protocol))
            .flatMap(path -> Stream.of("GET ", "POST ").map(method -> method + path))
            .map(line -> new Refused(line + " HTTP/1.1\n" + EMPTY_BODY, 404));
    Stream<Refused> served =
        Stream.of("/%s/", "/%s/6.0/", "/%s/4.0", "/subscription/6.0/%s/", "/api/order/6.0/%s/")
            .map(path -> path.formatted(protocol) + " HTTP/1.1\n")
            .flatMap(
                path ->
                    Stream.of(
                        new Refused("PUT " + path + EMPTY_BODY, 405),
                        new Refused("GET " + path + "\n", 405),
                        new Refused("POST " + path + "Content-Encoding: br\n" + EMPTY_BODY, 415),
                        new Refused(
                            "POST " + path + "Content-Encoding: gzip\nContent-Length: 2\n\nab",
                            400),
                        new Refused(
                            "POST " + path + "Expect: 100-continue\nContent-Length: 90000000\n\n",
                            413),
                        new Refused(
                            "POST " + path + "Transfer-Encoding: gzip, chunked\n\n0\n\n", 501)));
    return Stream.concat(nowhere, served);
  }

  private static void isErrorObject(String answer, int status) throws JsonProcessingException {
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status)
        .contains("Content-Type: application/json")
        .doesNotContain("Exception", "\"result\"");
    JsonNode reply = JSON.readTree(body(answer));
    assertThat(reply.path("jsonrpc").asText()).isEqualTo("2.0");
    assertThat(reply.get("id").isNull()).isTrue();
    assertThat(reply.path("error").path("code").asInt()).isBetween(-32768, -32000);
    assertThat(reply.path("error").path("message").asText()).isNotBlank();
    assertThat(reply.path("error").path("data").path("error_code").asText()).isNotBlank();
  }

  private static void isFault(String answer, int status) {
    assertThat(answer)
        .startsWith("HTTP/1.1 " + status)
        .contains("Content-Type: text/xml")
        .doesNotContain("Exception");
    Element fault = Xml.onlyChild(Xml.soapBody(body(answer)));
    assertThat(fault.getLocalName()).isEqualTo("Fault");
    assertThat(Xml.text(fault, "faultcode")).isIn("soap:Client", "soap:Server");
    assertThat(Xml.text(fault, "faultstring")).isNotBlank();
    assertThat(Xml.text(fault, "errorCode")).isNotBlank();
    assertThat(Xml.text(fault, "code")).startsWith("-32");
  }

  private static String body(String answer) {
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }

  private static Answer refuse(String status) {
    throw new HttpError(Integer.parseInt(status), "No <b> & \"c\"\u0001 here");
  }
}
