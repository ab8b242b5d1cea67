package org.billingsso.rpc.soap;

import com.sun.xml.ws.api.SOAPVersion;
import com.sun.xml.ws.api.message.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Supplier;
import org.billingsso.http.Answer;
import org.billingsso.http.Exchange;
import org.billingsso.http.Gzip;
import org.billingsso.http.HttpError;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.rpc.Dispatcher;
import org.billingsso.rpc.soap.CallReader.SoapCall;

/**
 * Answers SOAP 1.1 and 1.2 over HTTP POST, and {@code GET ?wsdl=name} with a description of the
 * service whose address is the one under which the client asked.
 */
public final class SoapEndpoint {
  private static final String PROTOCOL = "soap";

  private final SoapService service;
  private final Dispatcher<?> dispatcher;
  private final String usualDescription;
  private final Supplier<ApiRefusal> internalError;

  /**
   * @param service reads and writes the messages
   * @param dispatcher makes the calls
   * @param usualDescription the name of the one that a bare {@code ?wsdl} gives
   * @param internalError what a client is told when the fault is ours
   */
  public SoapEndpoint(
      SoapService service,
      Dispatcher<?> dispatcher,
      String usualDescription,
      Supplier<ApiRefusal> internalError) {
    this.service = service;
    this.dispatcher = dispatcher;
    this.usualDescription = usualDescription;
    this.internalError = internalError;
  }

  /** Answers a message. */
  public Answer message(Exchange exchange) {
    return Gzip.whereAccepted(exchange, () -> answer(exchange).notStored());
  }

  /**
   * Gives out a description.
   *
   * @throws HttpError 405 where none is asked for
   */
  public Answer description(Exchange exchange) {
    String asked =
        exchange
            .query()
            .single("wsdl")
            .map(name -> name.toLowerCase(Locale.ROOT))
            .orElseThrow(() -> new HttpError(405, "Send a SOAP message by POST, or ask for ?wsdl"));
    String name = service.describes(asked) ? asked : usualDescription;
    ExchangeConnection connection =
        ExchangeConnection.asking(exchange, this, SoapAdapter.queryFor(name));
    handle(connection);
    return connection.answer(Soap.contentType(SOAPVersion.SOAP_11));
  }

  private Answer answer(Exchange exchange) {
    ExchangeConnection connection = ExchangeConnection.posting(exchange, this);
    handle(connection);
    return connection.answer();
  }

  private void handle(ExchangeConnection connection) {
    try {
      service.adapter().handle(connection);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("An answer cannot be written", unwritable);
    }
  }

  /** Makes the call in a message, whatever is in it. */
  SoapAnswer answer(Message message, Exchange exchange) {
    if (message instanceof SoapRequest request) {
      try {
        return answer(request, exchange);
      } finally {
        request.close();
      }
    }
    if (message instanceof FaultAnswer noEnvelope) {
      dispatcher.refused(noEnvelope.fault().error(), PROTOCOL, exchange);
      return noEnvelope;
    }
    return internalError();
  }

  private SoapAnswer answer(SoapRequest request, Exchange exchange) {
    SOAPVersion version = request.getSOAPVersion();
    try {
      SoapCall soap = request.call();
      Object result = dispatcher.call(soap.call(), PROTOCOL, exchange);
      return new ResultAnswer(
          version, soap.call().method(), service.namespace(), result, soap.isEncoded());
    } catch (SoapFault noCall) {
      dispatcher.refused(noCall.error(), PROTOCOL, exchange);
      return new FaultAnswer(version, noCall);
    } catch (ApiRefusal refused) {
      return new FaultAnswer(version, fault(refused));
    }
  }

  private SoapFault fault(ApiRefusal refused) {
    boolean isOurs = refused.code().equals(internalError.get().code());
    return isOurs ? SoapFault.ofOurs(refused) : SoapFault.of(refused);
  }

  /** What is answered where the runtime fails. */
  SoapAnswer internalError() {
    return new FaultAnswer(SOAPVersion.SOAP_11, SoapFault.ofOurs(internalError.get()));
  }
}
