package org.billingsso.rpc.soap;

import org.billingsso.http.Answer;
import org.billingsso.http.ErrorWords;
import org.billingsso.http.Exchange;
import org.billingsso.http.HttpError;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Printable;
import org.billingsso.rpc.ProtocolError;

/**
 * What was refused by an HTTP status, as a fault of SOAP 1.1, section 4.4. The status stays; the
 * fault code is {@code soap:Client} where the request is to blame and {@code soap:Server} where the
 * server is, and the detail has the code and number of {@link ProtocolError#of}.
 */
public final class SoapWords implements ErrorWords {
  private static final int LONGEST_REASON = 500;
  private static final String FAULT =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
          + "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
          + "<soap:Fault><faultcode>soap:%s</faultcode><faultstring>%s</faultstring>"
          + "<detail><errorCode>%s</errorCode><code>%d</code></detail></soap:Fault>"
          + "</soap:Body></soap:Envelope>";

  @Override
  public Answer answer(HttpError error, Exchange exchange) {
    ProtocolError kind = ProtocolError.of(error.status());
    ApiRefusal refusal = kind.saying(error.reason());
    String fault =
        FAULT.formatted(
            kind == ProtocolError.INTERNAL_ERROR ? "Server" : "Client",
            inXml(refusal.message()),
            refusal.code(),
            refusal.number());
    return Answer.of(error.status(), "text/xml; charset=utf-8", fault).notStored();
  }

  private static String inXml(String text) {
    return Printable.line(text, LONGEST_REASON)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
