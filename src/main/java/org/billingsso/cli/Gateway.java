package org.billingsso.cli;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import org.billingsso.directory.Directory;
import org.billingsso.http.Answer;
import org.billingsso.http.GatewayServer;
import org.billingsso.http.Health;
import org.billingsso.http.Routes;
import org.billingsso.store.Store;

/** The whole gateway, wired and running. */
final class Gateway implements AutoCloseable {
  private final GatewayServer server;
  private final Store store;

  private Gateway(GatewayServer server, Store store) {
    this.server = server;
    this.store = store;
  }

  /**
   * Starts a gateway that serves the accounts in the directory.
   *
   * @throws StartException where it cannot listen
   * @throws org.billingsso.store.StoreException where the store cannot be used
   */
  static Gateway start(Settings settings, Directory directory, InstantSource clock) {
    Store store = settings.store().open(clock);
    Routes routes = new Routes((error, request) -> Answer.status(error.status()));
    Health.mount(routes, () -> true);
    GatewayServer server = new GatewayServer(settings.http(), routes);
    try {
      server.start();
    } catch (IOException cannotListen) {
      store.close();
      throw new StartException(
          "The gateway cannot listen on %s port %d: %s"
              .formatted(settings.host(), settings.port(), cannotListen.getMessage()),
          cannotListen);
    }
    return new Gateway(server, store);
  }

  /** Where it listens, with the port that was picked. */
  URI address() {
    return server.address();
  }

  /** Finishes the requests that run, and stops. */
  @Override
  public void close() {
    server.close();
    store.close();
  }
}
