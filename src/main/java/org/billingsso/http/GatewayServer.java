package org.billingsso.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server: listens once started, and finishes what it has begun before it stops. */
public final class GatewayServer implements AutoCloseable {
  private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(10);
  private static final int FEWEST_THREADS = 8;
  private static final int MOST_THREADS = 200;

  private final Server server;
  private final ServerConnector connector;
  private final RouteHandler handler;

  /** A server that answers from these routes. */
  public GatewayServer(HttpSettings settings, Routes routes) {
    this(settings, Mounts.root(routes));
  }

  /** A server that answers from the routes of several worlds. */
  public GatewayServer(HttpSettings settings, Mounts mounts) {
    // Jetty's own queue starts the JVM's management beans, to learn how long a reference is.
    QueuedThreadPool threads =
        new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS, new LinkedBlockingQueue<>());
    threads.setName("http");
    Executor waiting =
        VirtualThreads.areSupported() ? VirtualThreads.getDefaultVirtualThreadsExecutor() : threads;
    server = new Server(threads);
    server.setStopTimeout(LONGEST_FAREWELL.toMillis());
    handler = new RouteHandler(mounts, settings, waiting);
    server.setErrorHandler(new QuietErrors(settings, handler::scope));
    connector =
        new GatewayConnector(
            server, new GatewayConnection.Factory(configuration()), settings.pace());
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(settings.idleTimeout().toMillis());
    server.addConnector(connector);
    server.addBean(
        new ConnectionCap(FileHandles.connectionsOf(settings.maximumConnections()), connector));
    server.setHandler(new RunningRequests(handler));
  }

  /**
   * Begins to listen.
   *
   * @throws IOException where the address cannot be had
   */
  public void start() throws IOException {
    try {
      server.start();
    } catch (IOException | RuntimeException cannotListen) {
      throw cannotListen;
    } catch (Exception cannotStart) {
      throw new IOException(cannotStart.getMessage(), cannotStart);
    }
  }

  /** Answers from these routes from now on. */
  public void serve(Mounts mounts) {
    handler.serve(mounts);
  }

  /** Where it listens, with the port that was picked. */
  public URI address() {
    String host =
        connector.getHost().contains(":") ? "[" + connector.getHost() + "]" : connector.getHost();
    return URI.create("http://" + host + ":" + connector.getLocalPort());
  }

  /** Takes no more requests, finishes those that run, and stops. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception cutShort) {
      throw new IllegalStateException("The server did not stop in an orderly way", cutShort);
    }
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(true);
    return configuration;
  }
}
