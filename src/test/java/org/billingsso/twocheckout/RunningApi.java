package org.billingsso.twocheckout;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.billingsso.Accounts;
import org.billingsso.TestClock;
import org.billingsso.http.Answer;
import org.billingsso.http.GatewayServer;
import org.billingsso.http.HttpSettings;
import org.billingsso.http.RateLimits;
import org.billingsso.http.Routes;
import org.billingsso.http.Scope;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Diagnosis;
import org.billingsso.journal.Outcomes;
import org.billingsso.platform.Installation;
import org.billingsso.signon.Lifetimes;
import org.billingsso.signon.ServerKey;
import org.billingsso.signon.SignOn;
import org.billingsso.store.MemoryStore;
import org.billingsso.store.Store;

/** The 2Checkout API on a free port, with the demo directory, a store in memory and a clock. */
final class RunningApi implements AutoCloseable {
  final TestClock clock = new TestClock();
  final SignOn signOn;

  /** What it tells the operator. */
  final Outcomes outcomes = Outcomes.logged();

  /** What came of the requests so far. */
  final List<org.billingsso.journal.Outcome> told = new CopyOnWriteArrayList<>();

  private final Store store;
  private final GatewayServer server;

  /**
   * How it is set up.
   *
   * @param settings of the dialect
   * @param http of the server
   * @param store what is put around the store
   * @param others adds routes beside the dialect's
   */
  record Setup(
      TwoCheckoutSettings settings,
      HttpSettings http,
      UnaryOperator<Store> store,
      Consumer<Routes> others) {

    static Setup usual() {
      return new Setup(
          TwoCheckoutSettings.DEFAULTS,
          HttpSettings.onLoopback(0),
          UnaryOperator.identity(),
          routes -> {});
    }

    Setup with(TwoCheckoutSettings chosen) {
      return new Setup(chosen, http, store, others);
    }

    Setup with(HttpSettings chosen) {
      return new Setup(settings, chosen, store, others);
    }

    Setup around(UnaryOperator<Store> wrapper) {
      return new Setup(settings, http, wrapper, others);
    }

    Setup beside(Consumer<Routes> routes) {
      return new Setup(settings, http, store, routes);
    }

    RunningApi start() {
      return new RunningApi(this);
    }
  }

  private RunningApi(Setup setup) {
    store = setup.store().apply(new MemoryStore(clock));
    Lifetimes lifetimes = new Lifetimes(Duration.ofMinutes(30), Duration.ofDays(1));
    signOn = SignOn.over(store, clock, new ServerKey(new byte[ServerKey.BYTES]), lifetimes);
    outcomes.add(told::add);
    Routes routes =
        new Routes(
            (error, request) -> Answer.of(error.status(), "text/plain", error.reason()),
            new Scope(clock, outcomes));
    setup.others().accept(routes);
    new TwoCheckout()
        .mount(
            new Installation<>(
                Accounts.demo(Merchants.SECTION), setup.settings(), signOn, new RateLimits()),
            routes);
    server = new GatewayServer(setup.http(), routes);
    try {
      server.start();
    } catch (IOException cannotListen) {
      throw new AssertionError("There is no free port", cannotListen);
    }
  }

  static RunningApi started() {
    return Setup.usual().start();
  }

  static RunningApi with(TwoCheckoutSettings settings) {
    return Setup.usual().with(settings).start();
  }

  /** Where it is, without a slash at the end. */
  URI address() {
    return server.address();
  }

  /** Why the last call was refused. */
  Diagnosis lastDiagnosis() {
    org.billingsso.journal.Outcome last = told.get(told.size() - 1);
    return ((org.billingsso.journal.Outcome.Called) last)
        .refusal()
        .flatMap(ApiRefusal::diagnosis)
        .orElseThrow(() -> new AssertionError("The last call was not refused, or nobody said why"));
  }

  PlainHttp http() {
    return new PlainHttp(address());
  }

  ApiClient client(Protocol protocol) {
    return protocol.client(address());
  }

  /** The back end of {@code DEMOSHOP}, logged in just now. */
  Backend demoShop(Protocol protocol) {
    return demoShop(client(protocol));
  }

  /** The same, by any client. */
  Backend demoShop(ApiClient client) {
    return backend(client, "DEMOSHOP", "demo-secret-key");
  }

  /** The back end of {@code OTHERSHOP}, logged in just now. */
  Backend otherShop(Protocol protocol) {
    return backend(client(protocol), "OTHERSHOP", "other-secret-key");
  }

  private Backend backend(ApiClient client, String merchantCode, String secretKey) {
    return Backend.of(client, merchantCode, secretKey, new LoginDate(clock.instant()));
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
