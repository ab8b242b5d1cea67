package org.billingsso.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Listens. When the server stops, connections that are only kept open are closed, so that nobody
 * waits for them; a request that arrives on one at that moment is still told to come again.
 */
final class GatewayConnector extends ServerConnector {
  private static final Duration LAST_MOMENT = Duration.ofMillis(20);
  private static final int ACCEPTORS = 1;

  private final RunningRequests running;

  GatewayConnector(Server server, HttpConnectionFactory protocol, RunningRequests running) {
    // The selectors answer what is quick.
    super(server, ACCEPTORS, Runtime.getRuntime().availableProcessors(), protocol);
    this.running = running;
  }

  @Override
  public CompletableFuture<Void> shutdown() {
    CompletableFuture<Void> closed = super.shutdown();
    for (EndPoint connection : getConnectedEndPoints()) {
      if (!running.isOn(connection)) {
        connection.setIdleTimeout(LAST_MOMENT.toMillis());
      }
    }
    return closed;
  }
}
