package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/**
 * Messages of SOAP 1.2, written as in the examples of the W3C's primer (SOAP 1.2, part 0), are
 * answered by such messages.
 */
class Soap12Test {
  private static final String PATH = "/soap/6.0/";
  private static final String ENVELOPE = "http://www.w3.org/2003/05/soap-envelope";
  private static final String ENCODING = "http://www.w3.org/2003/05/soap-encoding";
  private static final String TYPE = "application/soap+xml; charset=utf-8";

  @AutoClose private static final RunningApi API = RunningApi.started();

  private final PlainHttp http = API.http();
  private final String session = API.demoShop(Protocol.SOAP).session();

  @Nested
  class ACall {

    /** Example 4 of the primer: a call with a mandatory header for somebody else. */
    @Test
    void isAnsweredInItsVersion() {
      HttpResponse<String> response =
          post(
              """
              <?xml version='1.0' ?>
              <env:Envelope xmlns:env="http://www.w3.org/2003/05/soap-envelope">
               <env:Header>
                 <t:transaction xmlns:t="http://thirdparty.example.org/transaction"
                     env:role="http://thirdparty.example.org/logger"
                     env:mustUnderstand="true">5</t:transaction>
               </env:Header>
               <env:Body>
                <m:setPartner xmlns:m="urn:twocheckout:sso">
                 <m:sessionID>S</m:sessionID>
                 <m:partnerCode>PARTNER01</m:partnerCode>
                </m:setPartner>
               </env:Body>
              </env:Envelope>""");

      assertThat(response.statusCode()).isEqualTo(200);
      Element answer = Xml.onlyChild(body(response));
      assertThat(answer.getLocalName()).isEqualTo("setPartnerResponse");
      assertThat(answer.getTextContent()).isEqualTo("true");
      assertThat(response.body()).doesNotContain("xsi:type");
    }

    @Test
    void thatIsEncodedIsAnsweredWithTypesAndArraysOfItsVersion() {
      HttpResponse<String> response =
          post(
              envelope(
                  """
                  <m:searchPartners env:encodingStyle="http://www.w3.org/2003/05/soap-encoding"
                      xmlns:m="urn:twocheckout:sso">
                    <sessionID>S</sessionID><searchString>PARTNER0</searchString>
                  </m:searchPartners>"""));

      Element answer = Xml.onlyChild(body(response));
      Element list = Xml.onlyChild(answer);
      assertThat(answer.getAttributeNS(ENVELOPE, "encodingStyle")).isEqualTo(ENCODING);
      assertThat(list.getAttributeNS(Xml.INSTANCE, "type")).isEqualTo("enc:Array");
      assertThat(list.lookupNamespaceURI("enc")).isEqualTo(ENCODING);
      assertThat(list.getAttributeNS(ENCODING, "itemType")).isEqualTo("ns:Partner");
      assertThat(list.getAttributeNS(ENCODING, "arraySize")).isEqualTo("2");
      assertThat(Xml.children(list))
          .allMatch(item -> item.getAttributeNS(Xml.INSTANCE, "type").equals("ns:Partner"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/xml", "application/soap+xml; action=\"urn:x\"", "text/plain"})
    void isToldByItsEnvelopeWhateverItsTypeSays(String type) {
      HttpResponse<String> response =
          post(
              envelope(
                  "<setPartner><sessionID>S</sessionID><partnerCode>PARTNER01</partnerCode>"
                      + "</setPartner>"),
              "Content-Type",
              type);

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(body(response).getTextContent()).isEqualTo("true");
    }
  }

  @Nested
  class AFault {

    /** Example 6a of the primer: the code of the application is the subcode. */
    @Test
    void hasTheErrorsCodeForItsSubcode() {
      HttpResponse<String> response =
          post(envelope("<setPartner><sessionID>S</sessionID></setPartner>"));

      assertThat(response.statusCode()).isEqualTo(400);
      Element fault = Xml.onlyChild(body(response));
      assertThat(fault.getNamespaceURI()).isEqualTo(ENVELOPE);
      assertThat(Xml.children(fault).map(Element::getLocalName))
          .containsExactly("Code", "Reason", "Detail");
      assertThat(values(fault)).containsExactly("soap:Sender", "INVALID_PARTNER");
      assertThat(fault.lookupNamespaceURI("soap")).isEqualTo(ENVELOPE);
      assertThat(Xml.text(fault, "soap:Text")).isEqualTo("Partner code is mandatory.");
      assertThat(Xml.text(fault, "errorCode")).isEqualTo("INVALID_PARTNER");
      assertThat(Xml.text(fault, "code")).isEqualTo("20002");
    }

    @Test
    void tellsAWrongCall() {
      HttpResponse<String> response = post(envelope("<nothing/>"));

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(values(Xml.onlyChild(body(response))))
          .containsExactly("soap:Sender", "METHOD_NOT_FOUND");
    }

    /** Example 6b of the primer: the header was for us, and nobody here knows it. */
    @ParameterizedTest
    @ValueSource(
        strings = {
          "env:mustUnderstand='true'",
          "env:mustUnderstand='1' env:role='http://www.w3.org/2003/05/soap-envelope/role/next'",
          "env:mustUnderstand='1'"
              + " env:role='http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver'"
        })
    void isAboutAHeaderThatMustBeUnderstood(String attributes) {
      HttpResponse<String> response =
          post(
              envelope("<nothing/>")
                  .replace(
                      "<env:Body>",
                      "<env:Header><q:any xmlns:q='urn:q' %s/></env:Header><env:Body>"
                          .formatted(attributes)));

      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(values(Xml.onlyChild(body(response))))
          .containsExactly("soap:MustUnderstand", "INVALID_REQUEST");
    }

    @Test
    void isOfSoap12WhereTheBodyHoldsNoCall() {
      assertThat(values(Xml.onlyChild(body(post(envelope(""))))))
          .containsExactly("soap:Sender", "INVALID_REQUEST");
      assertThat(values(Xml.onlyChild(body(post(envelope("<a><b>")))))).contains("soap:Sender");
    }
  }

  private static List<String> values(Element fault) {
    var found = fault.getElementsByTagNameNS(ENVELOPE, "Value");
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }

  private static String envelope(String body) {
    return "<env:Envelope xmlns:env='%s'><env:Body>%s</env:Body></env:Envelope>"
        .formatted(ENVELOPE, body);
  }

  private HttpResponse<String> post(String message, String... headers) {
    return http.post(PATH, message.replace(">S<", ">" + session + "<"), headers);
  }

  private static Element body(HttpResponse<String> response) {
    assertThat(response.headers().firstValue("Content-Type")).hasValue(TYPE);
    Element envelope = Xml.parse(response.body()).getDocumentElement();
    assertThat(envelope.getNamespaceURI()).isEqualTo(ENVELOPE);
    return Xml.onlyChild(envelope);
  }
}
