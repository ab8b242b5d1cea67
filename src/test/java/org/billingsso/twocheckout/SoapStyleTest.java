package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** An answer tells the types of its values where the request does, and else does not. */
class SoapStyleTest {
  private static final String ENCODING = "http://schemas.xmlsoap.org/soap/encoding/";
  private static final String STYLE = " e:encodingStyle='" + ENCODING + "'";

  @AutoClose private static final RunningApi API = RunningApi.started();

  private final PlainHttp http = API.http();
  private final String session = API.demoShop(Protocol.SOAP).session();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<e:Envelope%1$s><e:Body><setPartner>%2$s</setPartner></e:Body></e:Envelope>",
        "<e:Envelope><e:Body%1$s><setPartner>%2$s</setPartner></e:Body></e:Envelope>",
        "<e:Envelope><e:Body><setPartner%1$s>%2$s</setPartner></e:Body></e:Envelope>",
        "<e:Envelope><e:Body><setPartner><sessionID i:type='s:string'>S</sessionID>"
            + "<partnerCode>PARTNER01</partnerCode></setPartner></e:Body></e:Envelope>"
      })
  void isEncodedWhereTheRequestIs(String message) {
    Element answer = answer(message.formatted(STYLE, parts("PARTNER01")));

    assertThat(answer.getAttributeNS(Xml.ENVELOPE, "encodingStyle")).isEqualTo(ENCODING);
    Element value = Xml.onlyChild(answer);
    assertThat(value.getAttributeNS(Xml.INSTANCE, "type")).isEqualTo("xsd:boolean");
    assertThat(value.lookupNamespaceURI("xsd")).isEqualTo("http://www.w3.org/2001/XMLSchema");
    assertThat(value.getTextContent()).isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<e:Envelope><e:Body><setPartner>%2$s</setPartner></e:Body></e:Envelope>",
        "<e:Envelope e:encodingStyle=''><e:Body><setPartner>%2$s</setPartner></e:Body></e:Envelope>",
        "<e:Envelope><e:Body><setPartner encodingStyle='%1$s'>%2$s</setPartner></e:Body></e:Envelope>"
      })
  void isPlainWhereTheRequestIs(String message) {
    Element answer = answer(message.formatted(ENCODING, parts("PARTNER01")));

    assertThat(answer.getAttributes().getLength()).isEqualTo(1);
    assertThat(Xml.onlyChild(answer).getAttributes().getLength()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "getPartnerByCode, PARTNER01, Partner, PartnerCode, xsd:string",
    "getPartnerByCode, PARTNER01, Partner, CreditLimit, xsd:double",
    "getSubscription, DC47E143FA, Subscription, RecurringEnabled, xsd:boolean",
    "getSubscription, DC47E143FA, Subscription, Product, ns:Product",
    "getSubscription, DC47E143FA, Subscription, ProductQuantity, xsd:int",
    "getSubscription, DC47E143FA, Subscription, EndUser, ns:EndUser",
    "getCustomerInformation, 352365983, Customer, Enabled, xsd:boolean"
  })
  void tellsTheTypesOfTheDescription(
      String method, String argument, String type, String member, String memberType) {
    Element value = Xml.onlyChild(encoded(method, argument));

    assertThat(value.getAttributeNS(Xml.INSTANCE, "type")).isEqualTo("ns:" + type);
    assertThat(value.lookupNamespaceURI("ns")).isEqualTo(Xml.NAMESPACE);
    Element found = (Element) value.getElementsByTagName(member).item(0);
    assertThat(found.getAttributeNS(Xml.INSTANCE, "type")).isEqualTo(memberType);
  }

  @ParameterizedTest
  @CsvSource({"PARTNER0, 2", "PARTNER01, 1", "nobody, 0"})
  void hasArraysOfSoap11(String searched, int found) {
    Element list = Xml.onlyChild(encoded("searchPartners", searched));

    assertThat(list.getAttributeNS(Xml.INSTANCE, "type")).isEqualTo("enc:Array");
    assertThat(list.lookupNamespaceURI("enc")).isEqualTo(ENCODING);
    assertThat(list.getAttributeNS(ENCODING, "arrayType")).isEqualTo("ns:Partner[" + found + "]");
    assertThat(Xml.children(list)).hasSize(found);
  }

  @Test
  void ofAFaultIsTheSameInBoth() {
    assertThat(send("<e:Envelope><e:Body" + STYLE + "><x/></e:Body></e:Envelope>").body())
        .isEqualTo(send("<e:Envelope><e:Body><x/></e:Body></e:Envelope>").body());
  }

  private Element encoded(String method, String argument) {
    return answer(
        "<e:Envelope><e:Body><%1$s%2$s><param0>S</param0><param1>%3$s</param1></%1$s></e:Body></e:Envelope>"
            .formatted(method, STYLE, argument));
  }

  private static String parts(String partner) {
    return "<sessionID>S</sessionID><partnerCode>" + partner + "</partnerCode>";
  }

  private Element answer(String message) {
    HttpResponse<String> response = send(message);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Xml.onlyChild(Xml.soapBody(response.body()));
  }

  private HttpResponse<String> send(String message) {
    return http.post(
        "/soap/6.0/",
        message
            .replace(
                "<e:Envelope",
                "<e:Envelope xmlns:e='%s' xmlns:i='%s' xmlns:s='urn:s'"
                    .formatted(Xml.ENVELOPE, Xml.INSTANCE))
            .replace(">S<", ">" + session + "<"));
  }
}
