package org.billingsso.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.billingsso.journal.Diagnosis;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/** The requests that run, which are finished before the server stops, and their connections. */
final class RunningRequests extends GracefulHandler {
  private final Set<EndPoint> connections = ConcurrentHashMap.newKeySet();
  private final RouteHandler handler;

  RunningRequests(RouteHandler handler) {
    super(handler);
    this.handler = handler;
  }

  /** Whether a request runs on that connection. */
  boolean isOn(EndPoint connection) {
    return connections.contains(connection);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
    connections.add(connection);
    boolean handled = false;
    try {
      handled =
          super.handle(
              request, response, Callback.from(() -> connections.remove(connection), callback));
      return handled;
    } finally {
      if (!handled) {
        connections.remove(connection);
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
