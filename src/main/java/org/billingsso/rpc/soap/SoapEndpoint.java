package org.billingsso.rpc.soap;

import org.billingsso.http.Answer;
import org.billingsso.http.Endpoint;
import org.billingsso.http.Gzip;
import org.billingsso.http.Incoming;
import org.billingsso.rpc.ApiError;
import org.billingsso.rpc.Call;
import org.billingsso.rpc.Caller;
import org.billingsso.rpc.Dispatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers SOAP 1.1 over HTTP POST. A fault has the HTTP status 500, as SOAP 1.1, 6.2 says. */
public final class SoapEndpoint implements Endpoint {
  private static final Logger log = LoggerFactory.getLogger(SoapEndpoint.class);

  private final Dispatcher dispatcher;
  private final String namespace;

  /**
   * @param dispatcher makes the calls
   * @param namespace the target namespace of the WSDL
   */
  public SoapEndpoint(Dispatcher dispatcher, String namespace) {
    this.dispatcher = dispatcher;
    this.namespace = namespace;
  }

  @Override
  public Answer answer(Incoming request) {
    return Gzip.ifAccepted(envelope(request), request);
  }

  private Answer envelope(Incoming request) {
    try {
      Call call = SoapRequest.read(request.body(), request.charset());
      Object result = dispatcher.call(call, Caller.of(request));
      return SoapAnswer.result(call.method(), namespace, result);
    } catch (SoapFault noCall) {
      log.info("A message from {} was refused: {}", request.client(), noCall.faultString());
      return SoapAnswer.fault(noCall);
    } catch (ApiError refused) {
      return SoapAnswer.fault(SoapFault.of(refused));
    }
  }
}
