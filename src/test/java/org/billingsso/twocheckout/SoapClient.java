package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Speaks SOAP 1.1 in style rpc/encoded, as PHP does it, with the names of the WSDL's parts; and
 * insists that every answer keeps to its form.
 */
final class SoapClient implements ApiClient {
  private static final String ENCODING = "http://schemas.xmlsoap.org/soap/encoding/";

  private final PlainHttp http;

  SoapClient(URI gateway) {
    this.http = new PlainHttp(gateway);
  }

  @Override
  public Outcome call(String method, @Nullable Object... arguments) {
    HttpResponse<String> response = http.post("/soap/6.0/", envelope(method, arguments));

    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/xml; charset=utf-8");
    Element body = Xml.soapBody(response.body());
    Element content = Xml.onlyChild(body);
    if (response.statusCode() == 500) {
      return failure(content);
    }
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(content.getLocalName()).isEqualTo(method + "Response");
    assertThat(content.getNamespaceURI()).isEqualTo(Xml.NAMESPACE);
    Element answer = Xml.onlyChild(content);
    assertThat(answer.getNodeName()).isEqualTo(method + "Return");
    assertThat(content.getAttributeNS(Xml.ENVELOPE, "encodingStyle")).isEqualTo(ENCODING);
    assertTyped(answer);
    return Outcome.value(Xml.json(answer));
  }

  /** Every value tells its type, as the request's do. */
  private static void assertTyped(Element value) {
    assertThat(value.hasAttributeNS(Xml.INSTANCE, "type"))
        .as("a type or nil of %s", value.getNodeName())
        .isNotEqualTo(value.getAttributeNS(Xml.INSTANCE, "nil").equals("true"));
    Xml.children(value).forEach(SoapClient::assertTyped);
  }

  private static Outcome failure(Element fault) {
    assertThat(fault.getNodeName()).isEqualTo("soap:Fault");
    assertThat(Xml.children(fault).map(Element::getNodeName))
        .containsExactly("faultcode", "faultstring", "detail");
    String code = Xml.text(fault, "faultcode");
    Element detail = (Element) fault.getElementsByTagName("detail").item(0);
    if (!code.startsWith("soap:")) {
      assertThat(Xml.text(detail, "errorCode")).isEqualTo(code);
    }
    return Outcome.failed(
        Xml.text(detail, "errorCode"),
        Integer.parseInt(Xml.text(detail, "code")),
        Xml.text(fault, "faultstring"));
  }

  private static String envelope(String method, @Nullable Object... arguments) {
    List<String> names = Xml.parts(method);
    StringBuilder xml =
        new StringBuilder()
            .append("<SOAP-ENV:Envelope xmlns:SOAP-ENV='http://schemas.xmlsoap.org/soap/envelope/'")
            .append(" xmlns:ns1='urn:twocheckout:sso' xmlns:xsd='http://www.w3.org/2001/XMLSchema'")
            .append(" xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' SOAP-ENV:encodingStyle")
            .append("='http://schemas.xmlsoap.org/soap/encoding/'><SOAP-ENV:Body><ns1:")
            .append(method)
            .append('>');
    for (int i = 0; i < arguments.length; i++) {
      String name = i < names.size() ? names.get(i) : "param" + i;
      Object argument = arguments[i];
      xml.append(
          argument == null
              ? "<%s xsi:nil='true'/>".formatted(name)
              : "<%1$s xsi:type='xsd:string'>%2$s</%1$s>"
                  .formatted(name, Xml.escaped(argument.toString())));
    }
    return xml.append("</ns1:%s></SOAP-ENV:Body></SOAP-ENV:Envelope>".formatted(method)).toString();
  }
}
