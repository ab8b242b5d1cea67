package org.billingsso.rpc.soap;

import org.billingsso.http.Answer;
import org.billingsso.http.Endpoint;
import org.billingsso.http.Exchange;
import org.billingsso.http.Gzip;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.rpc.Call;
import org.billingsso.rpc.Dispatcher;

/** Answers SOAP 1.1 over HTTP POST. A fault has the HTTP status 500, as SOAP 1.1, 6.2 says. */
public final class SoapEndpoint implements Endpoint {
  private static final String PROTOCOL = "soap";

  private final Dispatcher<?> dispatcher;
  private final String namespace;

  /**
   * @param dispatcher makes the calls
   * @param namespace the target namespace of the WSDL
   */
  public SoapEndpoint(Dispatcher<?> dispatcher, String namespace) {
    this.dispatcher = dispatcher;
    this.namespace = namespace;
  }

  @Override
  public Answer answer(Exchange request) {
    return Gzip.whereAccepted(request, () -> envelope(request));
  }

  private Answer envelope(Exchange request) {
    try {
      Call call = SoapRequest.read(request.body(), request.charset());
      Object result = dispatcher.call(call, PROTOCOL, request);
      return SoapAnswer.result(call.method(), namespace, result);
    } catch (SoapFault noCall) {
      dispatcher.refused(noCall.error(), PROTOCOL, request);
      return SoapAnswer.fault(noCall);
    } catch (ApiRefusal refused) {
      return SoapAnswer.fault(SoapFault.of(refused));
    }
  }
}
