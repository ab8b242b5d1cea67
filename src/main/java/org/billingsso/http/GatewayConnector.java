package org.billingsso.http;

import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Listens. When the server stops, connections that are only kept open are closed, so that nobody
 * waits for them; a request that arrives on one at that moment is still told to come again.
 */
final class GatewayConnector extends ServerConnector {
  private static final Duration LAST_MOMENT = Duration.ofMillis(20);
  private static final Duration RECOVERY = Duration.ofMillis(200);
  private static final int ACCEPTORS = 1;

  /** How often it is looked, while a header may come, whether it comes too slowly. */
  private static final int LOOKS = 10;

  private final Duration longestHeader;
  private final RareWarning slowHeader =
      new RareWarning("The header of a request came so slowly that its connection was closed");
  private final RareWarning notAccepted =
      new RareWarning(
          "A connection could not be accepted, as where this process has no more files that it may"
              + " open; set maximumConnections lower, or raise its limit (ulimit -n)");

  GatewayConnector(Server server, HttpConnectionFactory protocol, RequestPace pace) {
    // The selectors answer what is quick.
    super(server, ACCEPTORS, Runtime.getRuntime().availableProcessors(), protocol);
    this.longestHeader = pace.header();
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    lookLater();
  }

  @Override
  protected SocketChannelEndPoint newEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key) {
    GatewayEndPoint endPoint = new GatewayEndPoint(channel, selector, key, getScheduler());
    // The last that was accepted is one of a crowd too.
    endPoint.setIdleTimeout(ConnectionCap.idleTimeout(!isAccepting(), getIdleTimeout()));
    return endPoint;
  }

  private void lookLater() {
    getScheduler()
        .schedule(
            () -> {
              closeSlowOnes();
              if (isRunning()) {
                lookLater();
              }
            },
            longestHeader.toMillis() / LOOKS + 1,
            TimeUnit.MILLISECONDS);
  }

  private void closeSlowOnes() {
    for (EndPoint connection : getConnectedEndPoints()) {
      if (connection instanceof GatewayEndPoint ours && ours.isComingForLongerThan(longestHeader)) {
        ours.close();
        slowHeader.happened();
      }
    }
  }

  /** Goes on, whatever is missing: it may be there in a moment. */
  @Override
  protected boolean handleAcceptFailure(Throwable failure) {
    if (!isRunning() || failure instanceof ClosedChannelException) {
      return super.handleAcceptFailure(failure);
    }
    try {
      notAccepted.happened();
    } catch (RuntimeException | Error untold) {
      // Without files not even a class may be had that the line is written with.
    }
    LockSupport.parkNanos(RECOVERY.toNanos());
    return true;
  }

  @Override
  public CompletableFuture<Void> shutdown() {
    CompletableFuture<Void> closed = super.shutdown();
    for (EndPoint connection : getConnectedEndPoints()) {
      if (!(connection instanceof GatewayEndPoint ours) || !ours.isRunning()) {
        connection.setIdleTimeout(LAST_MOMENT.toMillis());
      }
    }
    return closed;
  }
}
