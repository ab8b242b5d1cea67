package org.billingsso.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/** The requests that run, which are finished before the server stops, and their connections. */
final class RunningRequests extends GracefulHandler {
  private final Set<EndPoint> connections = ConcurrentHashMap.newKeySet();

  RunningRequests(Handler handler) {
    super(handler);
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
}
