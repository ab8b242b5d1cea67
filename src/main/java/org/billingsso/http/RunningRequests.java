package org.billingsso.http;

import org.billingsso.journal.Diagnosis;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/** The requests that run, which are finished before the server stops, and their connections. */
final class RunningRequests extends GracefulHandler {
  private final RouteHandler handler;

  RunningRequests(RouteHandler handler) {
    super(handler);
    this.handler = handler;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!(request.getConnectionMetaData().getConnection().getEndPoint()
        instanceof GatewayEndPoint connection)) {
      return super.handle(request, response, callback);
    }
    connection.begin();
    boolean handled = false;
    try {
      handled = super.handle(request, response, Callback.from(connection::end, callback));
      return handled;
    } finally {
      if (!handled) {
        connection.end();
      }
    }
  }

  @Override
  protected void handleShutdownRejection(Request request, Response response, Callback callback) {
    response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
    handler.refuse(
        request,
        response,
        callback,
        new HttpError(503, "This server is about to stop")
            .because(Diagnosis.of("the server is about to stop")));
  }
}
