package org.billingsso.rpc.soap;

import com.sun.xml.ws.api.server.SDDocument;
import com.sun.xml.ws.api.server.WSEndpoint;
import com.sun.xml.ws.transport.http.HttpAdapter;
import com.sun.xml.ws.transport.http.HttpAdapterList;
import java.util.Map;

/** The JAX-WS runtime's way in over HTTP, which gives out several descriptions of one service. */
final class SoapAdapter extends HttpAdapter {
  private static final String QUERY = "wsdl=";

  private SoapAdapter(WSEndpoint<?> endpoint, HttpAdapterList<SoapAdapter> owner, String path) {
    super(endpoint, owner, path);
  }

  /**
   * @param descriptions by the names that clients ask for
   */
  static SoapAdapter of(WSEndpoint<?> endpoint, Map<String, SDDocument> descriptions) {
    SoapAdapter adapter = new Alone().createAdapter("", "", endpoint);
    descriptions.forEach((name, document) -> adapter.wsdls.put(queryFor(name), document));
    return adapter;
  }

  /** What is asked of the adapter for the description of that name. */
  static String queryFor(String name) {
    return QUERY + name;
  }

  private static final class Alone extends HttpAdapterList<SoapAdapter> {
    @Override
    protected SoapAdapter createHttpAdapter(String name, String path, WSEndpoint<?> endpoint) {
      return new SoapAdapter(endpoint, this, path);
    }
  }
}
