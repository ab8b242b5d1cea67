package org.billingsso.twocheckout;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** "SOAP" of the specification: which messages are taken, and what the answers look like. */
class SoapEnvelopeTest {
  private static final String PATH = "/soap/6.0/";
  private static final String LICENSE =
      "/myaccount/my_license/?subscription=DC47E143FA&lang=en&logintoken=";

  @AutoClose private static final RunningApi API = RunningApi.started();

  private final PlainHttp http = API.http();
  private final String session = API.demoShop(Protocol.SOAP).session();

  @Nested
  class AMessage {

    @Test
    void mayBeLiteral() {
      assertThat(
              answer(
                  """
                  <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">
                    <s:Body>
                      <t:getSingleSignOn xmlns:t="urn:twocheckout:sso">
                        <sessionID>S</sessionID>
                        <subscriptionReference>DC47E143FA</subscriptionReference>
                        <email/>
                        <validityTime>50</validityTime>
                        <accessPage>my_license</accessPage>
                        <validationIp></validationIp>
                      </t:getSingleSignOn>
                    </s:Body>
                  </s:Envelope>"""))
          .contains(LICENSE);
    }

    @Test
    void mayBeEncoded() {
      assertThat(
              answer(
                  """
                  <?xml version="1.0" encoding="UTF-8"?>
                  <SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"
                      xmlns:ns1="urn:twocheckout:sso" xmlns:xsd="http://www.w3.org/2001/XMLSchema"
                      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                      SOAP-ENV:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/">
                    <SOAP-ENV:Body>
                      <ns1:getSingleSignOn>
                        <sessionID xsi:type="xsd:string">S</sessionID>
                        <subscriptionReference xsi:type="xsd:string">DC47E143FA</subscriptionReference>
                        <email xsi:nil="true"/>
                        <validityTime xsi:type="xsd:int">50</validityTime>
                        <accessPage xsi:type="xsd:string">my_license</accessPage>
                        <validationIp xsi:nil="1"/>
                      </ns1:getSingleSignOn>
                    </SOAP-ENV:Body>
                  </SOAP-ENV:Envelope>"""))
          .contains(LICENSE);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<sessionID>S</sessionID><subscriptionReference>DC47E143FA</subscriptionReference>"
              + "<accessPage>my_license</accessPage>",
          "<SESSIONID>S</SESSIONID><SubscriptionReference>DC47E143FA</SubscriptionReference>"
              + "<accesspage>my_license</accesspage>",
          "<param0>S</param0><param1>DC47E143FA</param1><param4>my_license</param4>",
          "<param4>my_license</param4><param1>DC47E143FA</param1><param0>S</param0>",
          "<arg0>S</arg0><arg1>DC47E143FA</arg1><arg2/><arg3/><arg4>my_license</arg4>",
          "<in0>S</in0><in1>DC47E143FA</in1><in2/><in3/><in4>my_license</in4>",
          "<c-gensym3>S</c-gensym3><c-gensym5>DC47E143FA</c-gensym5><c-gensym7/><c-gensym9/>"
              + "<c-gensym11>my_license</c-gensym11>",
          "<x:sessionID xmlns:x='urn:other'>S</x:sessionID>"
              + "<subscriptionReference xmlns='urn:x'>DC47E143FA</subscriptionReference>"
              + "<accessPage xmlns=''>my_license</accessPage>",
          "<accessPage>my_license</accessPage><sessionID>S</sessionID>"
              + "<subscriptionReference>DC47E143FA</subscriptionReference>",
          "<sessionID>S</sessionID><!-- and --><?php this ?><subscriptionReference>DC47"
              + "<!-- is -->E143FA</subscriptionReference><accessPage>my_license</accessPage>",
          "<sessionID>S</sessionID><subscriptionReference><![CDATA[DC47]]>E14&#51;FA"
              + "</subscriptionReference><accessPage>my_lice<![CDATA[nse]]></accessPage>",
          "<sessionID href='#s'/><subscriptionReference href='#r'/>"
              + "<accessPage>my_license</accessPage>"
              + "</c:getSingleSignOn><multiRef id='r'>DC47E143FA</multiRef>"
              + "<c:multiRef id='s'>S",
        })
    void mayNameItsPartsInManyWays(String parts) {
      String last = parts.contains("<c:multiRef") ? "c:multiRef" : "c:getSingleSignOn";

      assertThat(
              answer(
                  "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/' xmlns:c='urn:any'>"
                      + "<e:Body><c:getSingleSignOn>"
                      + parts
                      + "</"
                      + last
                      + "></e:Body></e:Envelope>"))
          .contains(LICENSE);
    }

    @Test
    void mayBeOfAnyNamespaceOrNone() {
      for (String namespace :
          new String[] {"", "urn:twocheckout:sso", "http://secure.avangate.com"}) {
        assertThat(
                answer(
                    "<Envelope xmlns='http://schemas.xmlsoap.org/soap/envelope/'><Body>"
                        + "<setPartner xmlns='%s'><sessionID>S</sessionID>".formatted(namespace)
                        + "<partnerCode>PARTNER01</partnerCode></setPartner></Body></Envelope>"))
            .isEqualTo("true");
      }
    }

    @Test
    void mayGiveARequestAsAList() {
      assertThat(
              answer(
                  envelope(
                      "<getSingleSignOnByCustomer><sessionID>S</sessionID>"
                          + "<idCustomer>352365983</idCustomer>"
                          + "<customerType>AvangateCustomerReference</customerType>"
                          + "<page>my_subscription</page>"
                          + "<request><item>code=115D3F5ED1</item></request>"
                          + "</getSingleSignOnByCustomer>")))
          .contains("?subscription=115D3F5ED1&");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "text/xml", "text/xml; charset=utf-8", "text/plain", "application/soap+xml"})
    void isReadWhateverItsTypeSays(String contentType) {
      String message = envelope(setPartner("PARTNER01"));
      String[] header =
          contentType.isEmpty() ? new String[0] : new String[] {"Content-Type", contentType};

      assertThat(post(message, header).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"urn:twocheckout:sso#login\"", "\"\"", "anything"})
    void isReadWhateverItsActionSays(String action) {
      assertThat(post(envelope(setPartner("PARTNER01")), "SOAPAction", action).statusCode())
          .isEqualTo(200);
    }
  }

  @Nested
  class MoreThanOneCall {
    private static final String ONE = setPartner("PARTNER01");

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<e:Body>%1$s%1$s</e:Body>",
          "<e:Body>%1$s<other/></e:Body>",
          "<e:Body>%1$s<other id='a'/></e:Body>",
          "<e:Body>%1$s</e:Body><e:Body>%1$s</e:Body>",
          "<e:Body>%1$s</e:Body><e:Body/>",
          "<e:Body>%1$s</e:Body><e:Header/>",
          "<e:Body>%1$s</e:Body><other/>",
          "<e:Body>%1$s and more</e:Body>",
          "<e:Body>%1$s</e:Body> and more",
          "and more <e:Body>%1$s</e:Body>",
          "<e:Body>and more %1$s</e:Body>"
        })
    void isRefusedAndNoneIsMade(String content) {
      assertMalformed(post(wrapped(content.formatted(ONE))));
      assertThat(
              fault(
                  post(
                      envelope(
                          "<getPartnerSingleSignOn><sessionID>S</sessionID>"
                              + "</getPartnerSingleSignOn>")),
                  "errorCode"))
          .isEqualTo("NOT_FOUND_PARTNER");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<sessionID href='#a'/><partnerCode>PARTNER01</partnerCode>%s",
          "<sessionID href='a'/><partnerCode>PARTNER01</partnerCode>%s<m id='a'>S</m>",
          "<sessionID href='#a'/><partnerCode href='#b'/>%s<m id='a'>S</m>",
          "<sessionID href='#a'/><partnerCode>PARTNER01</partnerCode>%s<m id='a'>S</m><m id='a'>S</m>",
          "<sessionID href='#a'/><partnerCode>PARTNER01</partnerCode>%s<m id='a'>S</m><m id='b'>S</m>"
        })
    void isNotMadeOfReferencesThatDoNotFit(String content) {
      assertMalformed(
          post(wrapped("<e:Body><setPartner>" + content.formatted("</setPartner>") + "</e:Body>")));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<sessionID>S</sessionID><sessionID>S</sessionID><partnerCode>PARTNER01</partnerCode>",
          "<sessionID>bad</sessionID><SESSIONID>S</SESSIONID><partnerCode>PARTNER01</partnerCode>",
          "<param0>S</param0><sessionID>S</sessionID><partnerCode>PARTNER01</partnerCode>",
          "<param0>S</param0><param1>PARTNER01</param1><param00>S</param00>"
        })
    void ofTheSameParameterIsRefused(String parts) {
      HttpResponse<String> response = post(envelope("<setPartner>" + parts + "</setPartner>"));

      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(fault(response, "faultcode")).isEqualTo("soap:Client");
      assertThat(fault(response, "errorCode")).isEqualTo("INVALID_PARAMS");
      assertThat(fault(response, "code")).isEqualTo("-32602");
    }

    private static String wrapped(String content) {
      return "<e:Envelope xmlns:e='%s'>%s</e:Envelope>".formatted(Xml.ENVELOPE, content);
    }
  }

  @Nested
  class ACharacterSet {
    private static final String DECLARED = "<?xml version='1.0' encoding='%s'?>";

    @Test
    void isTheOneThatTheMessageDeclares() {
      assertSearched(
          http.post(PATH, (DECLARED.formatted("ISO-8859-1") + search()).getBytes(ISO_8859_1)));
      assertSearched(http.post(PATH, (DECLARED.formatted("UTF-16") + search()).getBytes(UTF_16)));
      assertSearched(http.post(PATH, (DECLARED.formatted("utf-8") + search()).getBytes(UTF_8)));
    }

    @Test
    void isToldByTheFirstBytes() {
      assertSearched(http.post(PATH, search().getBytes(UTF_16)));
      assertSearched(http.post(PATH, ("\ufeff" + search()).getBytes(UTF_8)));
      assertSearched(http.post(PATH, ("\ufeff" + search()).getBytes(UTF_16LE)));
    }

    @Test
    void isTheOneInTheHeaderWhereTheMessageTellsNone() {
      assertSearched(
          http.post(
              PATH, search().getBytes(ISO_8859_1), "Content-Type", "text/xml; charset=ISO-8859-1"));
      assertSearched(
          http.post(
              PATH,
              (DECLARED.formatted("UTF-8") + search()).getBytes(UTF_8),
              "Content-Type",
              "text/xml; charset=ISO-8859-1"));
      assertSearched(
          http.post(PATH, search().getBytes(UTF_8), "Content-Type", "text/xml; charset=\"utf-8\""));
    }

    @Test
    void thatIsUnknownOrNotKeptToIsAFault() {
      assertMalformed(http.post(PATH, DECLARED.formatted("x-none") + search()));
      assertMalformed(http.post(PATH, search().getBytes(ISO_8859_1)));
      assertMalformed(http.post(PATH, search(), "Content-Type", "text/xml; charset=x-none"));
    }

    /** Looks for a partner by a name that is only the same in the right character set. */
    private String search() {
      return envelope(
          "<getSingleSignOnByCustomer><sessionID>%s</sessionID><idCustomer>\u00e9</idCustomer>"
                  .formatted(session)
              + "<customerType>\u00e9</customerType></getSingleSignOnByCustomer>");
    }

    private void assertSearched(HttpResponse<String> response) {
      assertThat(fault(response, "faultcode")).isEqualTo("INVALID_CUSTOMER_TYPE");
    }
  }

  @Nested
  class AMalformedMessage {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "nothing",
          "{\"jsonrpc\":\"2.0\"}",
          "<",
          "<a",
          "<a>",
          "<a></b>",
          "<a/><b/>",
          "<a>&nbsp;</a>",
          "<a b=1/>",
          "<a b='1' b='2'/>",
          "<p:a/>",
          "\u0000"
        })
    void isAFaultOfTheClient(String message) {
      assertMalformed(http.post(PATH, message));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<setPartner><sessionID>a & b</sessionID></setPartner>",
          "<setPartner><sessionID>a ]]> b</sessionID></setPartner>",
          "<setPartner><sessionID>&unknown;</sessionID></setPartner>",
          "<setPartner><sessionID a='&unknown;'/></setPartner>",
          "<setPartner><sessionID>&#0;</sessionID></setPartner>",
          "<setPartner><sessionID>&#xD800;</sessionID></setPartner>",
          "<setPartner><sessionID>\u0001</sessionID></setPartner>",
          "<setPartner><sessionID><![CDATA[x</sessionID></setPartner>",
          "<setPartner><sessionID><!-- -- --></sessionID></setPartner>",
          "<setPartner><x:sessionID/></setPartner>",
          "<setPartner><sessionID></partnerCode></setPartner>",
          "<setPartner/></e:Body>",
          ""
        })
    void isToldWhereverItsFaultIs(String body) {
      assertMalformed(http.post(PATH, envelope(body)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "<more/>", "</e:Envelope>", "<!DOCTYPE a>", "&x;"})
    void isToldBehindItsEndToo(String rest) {
      assertMalformed(http.post(PATH, envelope(setPartner("PARTNER01")) + rest));
    }

    @Test
    void isToldWhereItIsCut() {
      String message = envelope(setPartner("PARTNER01"));

      for (int length = 0; length < message.length(); length += 7) {
        assertMalformed(http.post(PATH, message.substring(0, length)));
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<Envelope><Body><login/></Body></Envelope>",
          "<e:Envelope xmlns:e='urn:x'><e:Body><login/></e:Body></e:Envelope>",
          "<e:Other xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'/>",
          "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'/>",
          "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Header/></e:Envelope>",
          "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><Body/></e:Envelope>",
          "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body> </e:Body>"
              + "</e:Envelope>"
        })
    void holdsNoCall(String message) {
      HttpResponse<String> response = http.post(PATH, message);

      assertThat(fault(response, "faultcode")).isIn("soap:Client", "soap:VersionMismatch");
      assertThat(fault(response, "errorCode")).isEqualTo("INVALID_REQUEST");
    }
  }

  @Nested
  class ADocumentType {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<!DOCTYPE a>",
          "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'>",
          "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
          "<!DOCTYPE a [<!ENTITY % x SYSTEM 'file:///etc/passwd'> %x;]>",
          "<!DOCTYPE a [<!ENTITY x 'xx'><!ENTITY y '&x;&x;&x;&x;'>]>"
        })
    void isRefused(String doctype) {
      String parts = "<setPartner><sessionID>&x;</sessionID></setPartner>";
      HttpResponse<String> response = http.post(PATH, doctype + envelope(parts));

      assertThat(fault(response, "faultcode")).isEqualTo("soap:Client");
      assertThat(response.body()).doesNotContain("root:");
    }
  }

  @Nested
  class AHeader {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "<h>any</h>",
          "<h e:mustUnderstand='0'/>",
          "<h mustUnderstand='1'/>",
          "<h e:mustUnderstand='1' e:actor='urn:somebody-else'/>",
          "<a:To xmlns:a='http://www.w3.org/2005/08/addressing'>urn:x</a:To><h/>"
        })
    void isPassedOver(String header) {
      assertThat(answer(withHeader(header))).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<h e:mustUnderstand='1'/>",
          "<a/><h e:mustUnderstand='1' e:actor=''/>",
          "<h e:mustUnderstand='1' e:actor='http://schemas.xmlsoap.org/soap/actor/next'/>"
        })
    void thatMustBeUnderstoodIsRefused(String header) {
      HttpResponse<String> response = post(withHeader(header));

      assertThat(fault(response, "faultcode")).isEqualTo("soap:MustUnderstand");
      assertThat(fault(response, "faultstring")).contains("h");
    }

    private String withHeader(String header) {
      return envelope(setPartner("PARTNER01"))
          .replace("<e:Body>", "<e:Header>" + header + "</e:Header><e:Body>");
    }
  }

  @Test
  void ofAnotherVersionIsRefusedWithAVersionMismatch() {
    String message =
        envelope(setPartner("PARTNER01"))
            .replace(Xml.ENVELOPE, "http://www.w3.org/2001/12/soap-envelope");

    assertThat(fault(http.post(PATH, message), "faultcode")).isEqualTo("soap:VersionMismatch");
  }

  @Nested
  class AFault {

    @Test
    void hasTheErrorsCodeMessageAndNumber() {
      HttpResponse<String> response = post(envelope(setPartner("")));

      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(response.headers().firstValue("Content-Type")).hasValue("text/xml; charset=utf-8");
      assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(fault(response, "faultcode")).isEqualTo("INVALID_PARTNER");
      assertThat(fault(response, "faultstring")).isEqualTo("Partner code is mandatory.");
      assertThat(fault(response, "errorCode")).isEqualTo("INVALID_PARTNER");
      assertThat(fault(response, "code")).isEqualTo("20002");
    }

    @ParameterizedTest
    @CsvSource({
      "<nothing/>, METHOD_NOT_FOUND, -32601",
      "<LOGIN/>, METHOD_NOT_FOUND, -32601",
      "<toString/>, METHOD_NOT_FOUND, -32601",
      "<login><other/></login>, INVALID_PARAMS, -32602",
      "<login><param4/></login>, INVALID_PARAMS, -32602",
      "<login><arg0/><arg0/></login>, INVALID_PARAMS, -32602",
      "<login><arg0/><date/></login>, INVALID_PARAMS, -32602",
      "<login><arg0/><arg1/><arg2/><arg3/><arg4/></login>, INVALID_PARAMS, -32602"
    })
    void ofTheClientTellsAWrongCall(String call, String errorCode, int code) {
      HttpResponse<String> response = post(envelope(call));

      assertThat(fault(response, "faultcode")).isEqualTo("soap:Client");
      assertThat(fault(response, "errorCode")).isEqualTo(errorCode);
      assertThat(fault(response, "code")).isEqualTo(Integer.toString(code));
    }

    @Test
    void echoesNothingThatTheClientSent() {
      HttpResponse<String> response = post(envelope("<login><tell-tale/></login>"));

      assertThat(response.body()).doesNotContain("tell-tale");
    }
  }

  @Nested
  class Compression {

    @Test
    void ofAMessageIsUndone() {
      byte[] message = PlainHttp.gzip(inSession(envelope(setPartner("PARTNER01"))).getBytes(UTF_8));

      assertThat(http.post(PATH, message, "Content-Encoding", "gzip").statusCode()).isEqualTo(200);
    }

    @Test
    void ofAnAnswerIsDoneWhereItIsAccepted() throws IOException {
      HttpResponse<byte[]> response =
          http.postForBytes(
              PATH,
              inSession(envelope(setPartner("PARTNER01"))),
              "Accept-Encoding",
              "deflate, gzip");

      assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
      assertThat(response.headers().firstValue("Vary")).hasValue("Accept-Encoding");
      byte[] answer = new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes();
      assertThat(Xml.soapBody(new String(answer, UTF_8)).getTextContent()).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "deflate", "gzip;q=0", "br"})
    void isNotDoneOtherwise(String accepted) {
      HttpResponse<String> response =
          post(envelope(setPartner("PARTNER01")), "Accept-Encoding", accepted);

      assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
      assertThat(Xml.soapBody(response.body()).getTextContent()).isEqualTo("true");
    }
  }

  @Nested
  class Limits {

    @Test
    void areToldByAStatus() {
      assertThat(http.post(PATH, envelope(" ".repeat(1 << 20))).statusCode()).isEqualTo(413);
      byte[] bomb = PlainHttp.gzip(envelope(" ".repeat(50 << 20)).getBytes(UTF_8));
      assertThat(http.post(PATH, bomb, "Content-Encoding", "gzip").statusCode()).isEqualTo(413);
      assertThat(
              http.send(
                      "POST",
                      PATH,
                      BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[3 << 20])))
                  .statusCode())
          .isEqualTo(413);
    }

    @Test
    void holdForDepthAndAttributesToo() {
      assertMalformed(http.post(PATH, envelope("<a>".repeat(10_000) + "</a>".repeat(10_000))));
      StringBuilder attributes = new StringBuilder();
      for (int i = 0; i < 5_000; i++) {
        attributes.append(" a").append(i).append("=''");
      }
      assertMalformed(http.post(PATH, envelope("<setPartner" + attributes + "/>")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "OPTIONS"})
  void takesNoOtherMethods(String method) {
    HttpResponse<String> response = http.send(method, PATH, BodyPublishers.noBody());

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow"))
        .hasValueSatisfying(allowed -> assertThat(allowed).contains("GET").contains("POST"));
  }

  private static void assertMalformed(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(fault(response, "faultcode")).isEqualTo("soap:Client");
    assertThat(fault(response, "errorCode")).isEqualTo("INVALID_REQUEST");
  }

  private static String fault(HttpResponse<String> response, String field) {
    return Xml.text(Xml.soapBody(response.body()), field);
  }

  private static String setPartner(String code) {
    return "<setPartner><sessionID>S</sessionID><partnerCode>%s</partnerCode></setPartner>"
        .formatted(code);
  }

  private static String envelope(String body) {
    return "<e:Envelope xmlns:e='%s'><e:Body>%s</e:Body></e:Envelope>"
        .formatted(Xml.ENVELOPE, body);
  }

  /** The text that the call returned. */
  private String answer(String message) {
    HttpResponse<String> response = post(message);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/xml; charset=utf-8");
    Element answer = Xml.onlyChild(Xml.onlyChild(Xml.soapBody(response.body())));
    return answer.getTextContent();
  }

  private HttpResponse<String> post(String message, String... headers) {
    return http.post(PATH, inSession(message), headers);
  }

  /** The same with the session's id for the text S of an element. */
  private String inSession(String message) {
    return message.replace(">S<", ">" + session + "<");
  }
}
