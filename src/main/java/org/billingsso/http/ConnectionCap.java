package org.billingsso.http;

import java.time.Duration;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.NetworkConnectionLimit;

/**
 * How many connections there are at once. Beyond that, new ones wait in the operating system's
 * queue, and those on which nothing moves are given up soon.
 */
final class ConnectionCap extends NetworkConnectionLimit {
  private static final Duration IDLE_IN_A_CROWD = Duration.ofSeconds(5);

  private final RareWarning warning;

  ConnectionCap(int connections, AbstractConnector connector) {
    super(connections, connector);
    setEndPointIdleTimeout(idleTimeout(true, connector.getIdleTimeout()));
    warning =
        new RareWarning(
            "There are %d connections, and no more are accepted until some are closed; maximumConnections says how many there may be"
                .formatted(connections));
  }

  /** How many milliseconds a connection is kept on which nothing moves. */
  static long idleTimeout(boolean crowd, long usual) {
    return crowd ? Math.min(IDLE_IN_A_CROWD.toMillis(), usual) : usual;
  }

  @Override
  protected void limit() {
    super.limit();
    warning.happened();
  }
}
