package org.billingsso.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** The server's end of a connection, which knows whether a request is coming or running. */
final class GatewayEndPoint extends SocketChannelEndPoint {
  private volatile boolean running;
  private volatile @Nullable Elapsed coming;

  GatewayEndPoint(
      SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
    super(channel, selector, key, scheduler);
  }

  @Override
  public int fill(ByteBuffer buffer) throws IOException {
    int filled = super.fill(buffer);
    if (filled > 0 && !running && coming == null) {
      coming = Elapsed.sinceNow();
    }
    return filled;
  }

  /** The header of a request has come, and it is answered. */
  void begin() {
    running = true;
    coming = null;
  }

  /** The request is answered. */
  void end() {
    running = false;
  }

  /** Whether a request is answered. */
  boolean isRunning() {
    return running;
  }

  /** Whether the header of a request has been coming for longer. */
  boolean isComingForLongerThan(Duration time) {
    Elapsed since = coming;
    return since != null && since.isLongerThan(time);
  }
}
