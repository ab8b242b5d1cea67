package org.billingsso;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.billingsso.http.Answer;
import org.billingsso.http.GatewayServer;
import org.billingsso.http.HttpSettings;
import org.billingsso.http.Routes;
import org.billingsso.http.Scope;
import org.billingsso.journal.Outcomes;
import org.billingsso.signon.Lifetimes;
import org.billingsso.signon.ServerKey;
import org.billingsso.signon.SignOn;
import org.billingsso.store.MemoryStore;

/** A gateway on loopback that keeps its records in memory and whose clock a test moves. */
public final class Served implements AutoCloseable {
  private final TestClock clock = new TestClock();
  private final MemoryStore store = new MemoryStore(clock);
  private final SignOn signOn;
  private final GatewayServer server;

  private Served(BiConsumer<SignOn, Routes> dialects) {
    signOn =
        SignOn.over(
            store,
            clock,
            new ServerKey(new byte[ServerKey.BYTES]),
            new Lifetimes(Duration.ofHours(1), Duration.ofDays(1)));
    Routes routes =
        new Routes(
            (error, request) -> Answer.status(error.status()), new Scope(clock, Outcomes.logged()));
    dialects.accept(signOn, routes);
    server = new GatewayServer(HttpSettings.onLoopback(0), routes);
  }

  /** Serves the dialects that are mounted on those routes. */
  public static Served with(BiConsumer<SignOn, Routes> dialects) {
    Served served = new Served(dialects);
    try {
      served.server.start();
    } catch (IOException e) {
      throw new AssertionError("The server did not start", e);
    }
    return served;
  }

  public SignOn signOn() {
    return signOn;
  }

  public TestClock clock() {
    return clock;
  }

  public URI address() {
    return server.address();
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
