package org.billingsso.bench;

import com.sun.net.httpserver.HttpServer;
import jakarta.xml.ws.Endpoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;

/** Serves {@link Sso} with the JAX-WS reference implementation on the JDK's HTTP server. */
public final class JaxWs {
  private static final int THREADS = 16;

  private JaxWs() {}

  /** Listens on the port that is the only argument. */
  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 1024);
    server.setExecutor(Executors.newFixedThreadPool(THREADS));
    Endpoint.create(new Sso()).publish(server.createContext("/soap/"));
    server.start();
  }
}
