package org.billingsso.twocheckout;

import java.net.URI;

/** The two protocols that the API is spoken in. */
enum Protocol {
  JSON_RPC,
  SOAP;

  /** A client of the gateway at that address. */
  ApiClient client(URI gateway) {
    return switch (this) {
      case JSON_RPC -> new JsonRpcClient(gateway);
      case SOAP -> new SoapClient(gateway);
    };
  }
}
