package org.billingsso.cli;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.billingsso.chargebee.Chargebee;
import org.billingsso.chargebee.Sites;
import org.billingsso.directory.Directory;
import org.billingsso.fusebill.Fusebill;
import org.billingsso.fusebill.FusebillAccounts;
import org.billingsso.http.Answer;
import org.billingsso.http.ErrorWords;
import org.billingsso.http.GatewayServer;
import org.billingsso.http.Health;
import org.billingsso.http.HttpError;
import org.billingsso.http.Routes;
import org.billingsso.http.Scope;
import org.billingsso.journal.Outcomes;
import org.billingsso.planhat.Planhat;
import org.billingsso.planhat.Tenants;
import org.billingsso.portal.Pages;
import org.billingsso.signon.ServerKey;
import org.billingsso.signon.SignOn;
import org.billingsso.store.Store;
import org.billingsso.store.StoreException;
import org.billingsso.store.StoreProbe;
import org.billingsso.twocheckout.Merchants;
import org.billingsso.twocheckout.TwoCheckout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole gateway, wired and running. */
public final class Gateway implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Gateway.class);
  private static final ErrorWords PLAIN =
      (error, request) ->
          Answer.of(error.status(), "text/plain; charset=utf-8", error.reason() + "\n");

  private final GatewayServer server;
  private @Nullable Store store;

  private Gateway(GatewayServer server) {
    this.server = server;
  }

  /**
   * Starts a gateway that serves the accounts in the directory. It listens at once, and answers
   * that it is not ready until it is.
   *
   * @throws StartException where it cannot listen
   * @throws StoreException where the store cannot be used
   */
  public static Gateway start(Settings settings, Directory directory, InstantSource clock) {
    return start(settings, () -> directory, clock);
  }

  /**
   * The same with a directory that is asked for once the gateway listens; what is thrown instead is
   * thrown on.
   */
  static Gateway start(Settings settings, Supplier<Directory> directory, InstantSource clock) {
    GatewayServer server = new GatewayServer(settings.http(), starting(clock));
    try {
      server.start();
    } catch (IOException cannotListen) {
      throw new StartException(
          "The gateway cannot listen on %s port %d: %s"
              .formatted(settings.host(), settings.port(), cannotListen.getMessage()),
          cannotListen);
    }
    Gateway gateway = new Gateway(server);
    try {
      gateway.serve(settings, directory.get(), clock);
      return gateway;
    } catch (RuntimeException | Error cannotServe) {
      try (gateway) {
        throw cannotServe;
      }
    }
  }

  private void serve(Settings settings, Directory directory, InstantSource clock) {
    store = settings.store().open(clock);
    server.serve(routes(settings, directory, store, clock));
  }

  private static Routes starting(InstantSource clock) {
    Scope scope = new Scope(clock, Outcomes.logged());
    Routes routes =
        new Routes((error, request) -> PLAIN.answer(new HttpError(503), request), scope)
            .quick(true);
    Health.mount(routes, () -> false);
    return routes;
  }

  private static Routes routes(
      Settings settings, Directory directory, Store store, InstantSource clock) {
    ServerKey key =
        settings.store().isPassing()
            ? ServerKeyFile.passing()
            : ServerKeyFile.at(settings.serverKeyFile());
    SignOn signOn = SignOn.over(store, clock, key, settings.lifetimes());
    Routes routes =
        new Routes(PLAIN, new Scope(clock, Outcomes.logged())).quick(settings.store().isPassing());
    StoreProbe probe = new StoreProbe(store, clock);
    Health.mount(routes, () -> isReady(probe));
    Pages.mount(routes);
    new TwoCheckout(signOn, directory.section(Merchants.SECTION), settings.twocheckout())
        .mount(routes);
    new Chargebee(signOn, directory.section(Sites.SECTION), settings.chargebee()).mount(routes);
    new Planhat(signOn, directory.section(Tenants.SECTION), settings.planhat()).mount(routes);
    new Fusebill(signOn, directory.section(FusebillAccounts.SECTION), settings.fusebill())
        .mount(routes);
    return routes;
  }

  private static boolean isReady(StoreProbe probe) {
    Optional<StoreException> problem = probe.problem();
    problem.ifPresent(why -> log.error("Not ready: {}", why.getMessage()));
    return problem.isEmpty();
  }

  /** Where it listens, with the port that was picked. */
  public URI address() {
    return server.address();
  }

  /** Finishes the requests that run, and stops. */
  @Override
  public void close() {
    try {
      server.close();
    } finally {
      if (store != null) {
        store.close();
      }
    }
  }
}
