package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.billingsso.http.Answer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Endpoints" of the specification: under which paths the API answers, among pages of others. */
class EndpointsTest {
  private static final String CALL =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"setPartner\",\"params\":[]}";
  private static final String MESSAGE =
      "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><setPartner/>"
          + "</e:Body></e:Envelope>";
  private static final String[] VERSIONS = {"2.0", "2.5", "2.9", "3.0", "3.1", "4.0", "5.0", "6.0"};
  private static final String[] APIS = {"channel-manager", "subscription", "order", "product"};

  /** Pages below the first part of many paths of the API, as portals mount them. */
  @AutoClose
  private static final RunningApi API =
      RunningApi.Setup.usual()
          .beside(
              routes ->
                  Stream.of("subscription", "product", "channel-manager", "rpc", "soap")
                      .forEach(
                          root ->
                              routes
                                  .get("/" + root + "/*", request -> Answer.status(418))
                                  .post("/" + root + "/*", request -> Answer.status(418))))
          .start();

  private final PlainHttp http = API.http();

  @ParameterizedTest
  @MethodSource("jsonRpcPaths")
  void answerJsonRpcWithAndWithoutASlash(String path) {
    assertThat(http.post(path, CALL).body()).contains("\"error_code\":\"FORBIDDEN\"");
    assertThat(http.post(path + "/", CALL).body()).contains("\"error_code\":\"FORBIDDEN\"");
    assertThat(http.post(path + "/?any=query", CALL).body()).contains("FORBIDDEN");
  }

  @ParameterizedTest
  @MethodSource("soapPaths")
  void answerSoapWithAndWithoutASlash(String path) {
    assertThat(http.post(path, MESSAGE).body()).contains("<faultcode>FORBIDDEN</faultcode>");
    assertThat(http.post(path + "/", MESSAGE).body()).contains("<faultcode>FORBIDDEN</faultcode>");
    assertThat(http.get(path + "/?wsdl").body())
        .contains("location=\"" + API.address() + path + "/\"");
    assertThat(http.get(path + "?wsdl").body())
        .contains("location=\"" + API.address() + path + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/xmlrpc/6.0/",
        "/partner/6.0/rpc/",
        "/order/6.0/",
        "/order/6.0/json/",
        "/order/rpc/",
        "/order/rpc/6.0/",
        "/Order/6.0/rpc/",
        "/order/6.0/RPC/",
        "/order/1.0/rpc/",
        "/order/1.9/rpc/",
        "/order/6.1/rpc/",
        "/order/7.0/soap/",
        "/order/6/rpc/",
        "/order/6.00/rpc/",
        "/order/26.0/rpc/",
        "/order/6x0/rpc/",
        "/order/6.0/rpc/more",
        "/RPC/6.0/",
        "/SOAP/6.0/",
        "/6.0/rpc/"
      })
  void answerUnderNoOtherPath(String path) {
    HttpResponse<String> json = http.post(path, CALL);
    HttpResponse<String> soap = http.post(path, MESSAGE);

    assertThat(json.statusCode()).isIn(404, 405);
    assertThat(json.body()).doesNotContain("FORBIDDEN");
    assertThat(soap.statusCode()).isIn(404, 405);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/rpc/1.0/", "/rpc/6.1/", "/rpc/7.0/", "/rpc/6.0/more", "/soap/6/", "/soap/1.9/"})
  void leaveOtherVersionsToWhoeverHasThem(String path) {
    assertThat(http.post(path, CALL).statusCode()).isEqualTo(418);
  }

  static Stream<String> jsonRpcPaths() {
    return paths("rpc");
  }

  static Stream<String> soapPaths() {
    return paths("soap");
  }

  private static Stream<String> paths(String protocol) {
    return Stream.of("", "/api").flatMap(parent -> paths(parent, protocol));
  }

  private static Stream<String> paths(String parent, String protocol) {
    return Stream.concat(
        Stream.of(parent + "/" + protocol),
        Stream.of(VERSIONS)
            .flatMap(
                version ->
                    Stream.concat(
                        Stream.of(parent + "/" + protocol + "/" + version),
                        Stream.of(APIS)
                            .map(api -> parent + "/" + api + "/" + version + "/" + protocol))));
  }
}
