package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.billingsso.LoopbackSettings;
import org.billingsso.RawHttp;
import org.billingsso.http.AddressRange;
import org.billingsso.http.Forwarding;
import org.billingsso.http.Forwarding.ForwardedBy;
import org.billingsso.http.HostPattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** {@code GET ?wsdl}: which description is given out, and under which address. */
class DescriptionTest {
  private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
  private static final String SOAP = "http://schemas.xmlsoap.org/wsdl/soap/";
  private static final String SCHEMA = "http://www.w3.org/2001/XMLSchema";

  @AutoClose private static final RunningApi API = RunningApi.started();

  private final PlainHttp http = API.http();

  @Nested
  class TheStyle {

    @AutoClose
    private static final RunningApi ENCODED =
        RunningApi.with(Choices.describedAs(WsdlStyle.ENCODED));

    @ParameterizedTest
    @CsvSource({
      "?wsdl, literal",
      "?WSDL, literal",
      "?Wsdl, literal",
      "?wsdl=, literal",
      "?wsdl=1, literal",
      "?wsdl=literal, literal",
      "?wsdl=encoded, encoded",
      "?WSDL=ENCODED, encoded",
      "?a=b&wsdl=encoded, encoded"
    })
    void isTheOneAskedForOrLiteral(String query, String use) {
      assertThat(use(get("/soap/6.0/" + query))).isEqualTo(use);
    }

    @ParameterizedTest
    @CsvSource({"?wsdl, encoded", "?wsdl=literal, literal", "?wsdl=encoded, encoded"})
    void isChosenByTheOperatorWhereNobodyAsks(String query, String use) {
      assertThat(use(ENCODED.http().get("/soap/6.0/" + query).body())).isEqualTo(use);
    }

    private String use(String description) {
      Document wsdl = Xml.parse(description);
      return ((Element) wsdl.getElementsByTagNameNS(SOAP, "body").item(0)).getAttribute("use");
    }
  }

  @Nested
  class TheDocument {

    @ParameterizedTest
    @ValueSource(strings = {"literal", "encoded"})
    void standsForItself(String style) {
      Document wsdl = Xml.parse(get("/order/6.0/soap/?wsdl=" + style));

      assertThat(wsdl.getElementsByTagNameNS(WSDL, "import").getLength()).isZero();
      assertThat(wsdl.getElementsByTagNameNS(SCHEMA, "include").getLength()).isZero();
      assertThat(names(wsdl, SCHEMA, "complexType"))
          .contains("Customer", "Subscription", "Product", "EndUser", "Partner")
          .doesNotHaveDuplicates();
      assertThat(names(wsdl, WSDL, "message")).hasSize(24).doesNotHaveDuplicates();
      assertThat(wsdl.getElementsByTagNameNS(WSDL, "portType").getLength()).isEqualTo(1);
      assertThat(wsdl.getElementsByTagNameNS(SOAP, "operation").getLength()).isEqualTo(12);
      assertThat(wsdl.getElementsByTagNameNS(WSDL, "documentation").getLength()).isEqualTo(13);
    }

    @Test
    void declaresListsAsArraysOfSoap11WhereItIsEncoded() {
      Document wsdl = Xml.parse(get("/soap/6.0/?wsdl=encoded"));
      NodeList types = wsdl.getElementsByTagNameNS(SCHEMA, "attribute");

      assertThat(IntStream.range(0, types.getLength()).mapToObj(types::item))
          .extracting(type -> ((Element) type).getAttributeNS(WSDL, "arrayType"))
          .containsExactly("tns:Subscription[]", "tns:Partner[]");
    }

    private static List<String> names(Document wsdl, String namespace, String element) {
      NodeList found = wsdl.getElementsByTagNameNS(namespace, element);
      return IntStream.range(0, found.getLength())
          .mapToObj(found::item)
          .map(each -> ((Element) each).getAttribute("name"))
          .toList();
    }
  }

  @Nested
  class TheAddress {

    @AutoClose
    private static final RunningApi PUBLIC =
        RunningApi.Setup.usual()
            .with(new LoopbackSettings().publicUrl("https://sso.example.com").build())
            .start();

    @AutoClose
    private static final RunningApi PROXIED =
        RunningApi.Setup.usual()
            .with(
                new LoopbackSettings()
                    .forwarding(
                        new Forwarding(
                            List.of(AddressRange.parse("127.0.0.0/8").orElseThrow()),
                            ForwardedBy.X_FORWARDED))
                    .allowedHosts(new HostPattern("sso.example.com", false))
                    .build())
            .start();

    @AutoClose
    private static final RunningApi NAMED =
        RunningApi.Setup.usual()
            .with(
                new LoopbackSettings()
                    .allowedHosts(
                        new HostPattern("sso.example.com", false),
                        new HostPattern("sso_gateway", false))
                    .build())
            .start();

    @Test
    void isTheOneAskedUnder() {
      assertThat(address(get("/soap/6.0/?wsdl"))).isEqualTo(API.address() + "/soap/6.0/");
      assertThat(address(get("/soap?wsdl"))).isEqualTo(API.address() + "/soap");
    }

    @ParameterizedTest
    @CsvSource({
      "sso.example.com, http://sso.example.com",
      "sso.example.com:80, http://sso.example.com",
      "SSO.example.com:8080, http://sso.example.com:8080",
      "[::1]:8080, http://[::1]:8080",
      "sso_gateway:8080, http://sso_gateway:8080"
    })
    void goesByTheHostHeader(String host, String origin) {
      assertThat(address(getAs(NAMED, host))).isEqualTo(origin + "/soap/6.0/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a<b", "a\"b", "a b", "a/b", "user@a", "a:b", "a:0", "a:99999", "a?b"})
    void isNeverNonsense(String host) {
      assertThat(getAs(API, host)).startsWith("HTTP/1.1 400").doesNotContain("wsdl:definitions");
    }

    @Test
    void isThePublicOneWhereThatIsConfigured() {
      assertThat(address(PUBLIC.http().get("/soap/6.0/?wsdl").body()))
          .isEqualTo("https://sso.example.com/soap/6.0/");
      assertThat(PUBLIC.demoShop(Protocol.SOAP).url("getSingleSignOn", "DC47E143FA"))
          .startsWith("https://sso.example.com/myaccount/?");
    }

    @Test
    void isWhatATrustedProxySays() {
      String[] proxys = {
        "X-Forwarded-For", "203.0.113.7",
        "X-Forwarded-Proto", "https",
        "X-Forwarded-Host", "sso.example.com"
      };

      assertThat(address(PROXIED.http().get("/soap/6.0/?wsdl", proxys).body()))
          .isEqualTo("https://sso.example.com/soap/6.0/");
      assertThat(address(http.get("/soap/6.0/?wsdl", proxys).body()))
          .isEqualTo(API.address() + "/soap/6.0/");
    }

    private String getAs(RunningApi api, String host) {
      String request = "GET /soap/6.0/?wsdl HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n";
      return RawHttp.exchange(api.address(), request.formatted(host));
    }
  }

  @Test
  void isXml() {
    HttpResponse<String> response = http.get("/soap/6.0/?wsdl");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/xml; charset=utf-8");
  }

  @Test
  void isAskedForByName() {
    HttpResponse<String> response = http.get("/soap/6.0/");

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.body()).contains("?wsdl");
    assertThat(response.headers().firstValue("Allow")).isPresent();
  }

  private String get(String path) {
    HttpResponse<String> response = http.get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  private static String address(String description) {
    String xml = description.substring(description.indexOf("<?xml"));
    return ((Element) Xml.parse(xml).getElementsByTagNameNS(SOAP, "address").item(0))
        .getAttribute("location");
  }
}
