package org.billingsso.rpc.soap;

import com.sun.xml.ws.api.message.Packet;
import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceProvider;

/** What the JAX-WS runtime has answer each message: the endpoint of the exchange it came in. */
@WebServiceProvider
@ServiceMode(Service.Mode.MESSAGE)
public final class SoapProvider implements Provider<Packet> {
  @Override
  public Packet invoke(Packet request) {
    ExchangeConnection connection = ExchangeConnection.of(request);
    SoapAnswer answer =
        connection.endpoint().answer(request.getInternalMessage(), connection.exchange());
    connection.setStatus(answer.status());
    // Nothing but the message differs, so that the packet need not be made anew.
    request.setMessage(answer);
    return request;
  }
}
