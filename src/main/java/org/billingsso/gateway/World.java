package org.billingsso.gateway;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.billingsso.directory.Directory;
import org.billingsso.http.Answer;
import org.billingsso.http.ErrorWords;
import org.billingsso.http.Mounts.Mount;
import org.billingsso.http.RateLimits;
import org.billingsso.http.Routes;
import org.billingsso.http.Scope;
import org.billingsso.journal.Outcomes;
import org.billingsso.platform.Installation;
import org.billingsso.platform.Platform;
import org.billingsso.portal.Pages;
import org.billingsso.signon.SignOn;
import org.billingsso.store.Store;

/**
 * Everything that a request may depend on: accounts, clock, records, limits, and who hears what
 * came of it. Two worlds share none of it but accounts that nobody has changed.
 */
public final class World {
  /** How a request is refused that no dialect knows. */
  static final ErrorWords PLAIN =
      (error, exchange) ->
          Answer.of(error.status(), "text/plain; charset=utf-8", error.reason() + "\n");

  private final String base;
  private final boolean quick;
  private final List<Platform<?, ?>> platforms;
  private final WorldClock clock;
  private final Store store;
  private final SignOn signOn;
  private final Consumer<Routes> others;
  private final RateLimits limits = new RateLimits();
  private final Outcomes outcomes = Outcomes.logged();
  private volatile Served served;
  private volatile Instant lastUsed = Instant.MIN;

  /** What it serves now; replaced as a whole. */
  private record Served(Settings settings, Directory accounts, Mount mount) {}

  /**
   * @param base the path that everything of it hangs below; empty for the root
   * @param quick whether its store never waits
   * @param clock is the one that its store and its core were made with
   * @param others adds what is there beside the platforms
   */
  World(
      String base,
      boolean quick,
      List<Platform<?, ?>> platforms,
      WorldClock clock,
      Store store,
      SignOn signOn,
      Consumer<Routes> others,
      Settings settings,
      Directory accounts) {
    this.base = base;
    this.quick = quick;
    this.platforms = platforms;
    this.clock = clock;
    this.store = store;
    this.signOn = signOn;
    this.others = others;
    this.served = serving(settings, accounts);
  }

  /** Its name; empty for the default world. */
  public String name() {
    return base.substring(base.lastIndexOf('/') + 1);
  }

  /** The path that everything of it hangs below, without a slash at the end; empty for the root. */
  public String base() {
    return base;
  }

  /** What it takes for the time. */
  public WorldClock clock() {
    return clock;
  }

  /** The accounts that it serves now. */
  public Directory accounts() {
    return served.accounts();
  }

  /** Who hears of what comes of its requests. */
  public Outcomes outcomes() {
    return outcomes;
  }

  /**
   * Serves other accounts from now on. Links and sessions of those that are still there go on;
   * those of others are over.
   */
  public void serve(Directory accounts) {
    serve(served.settings(), accounts);
  }

  void serve(Settings settings, Directory accounts) {
    served = serving(settings, accounts);
  }

  Settings settings() {
    return served.settings();
  }

  Mount mount() {
    return served.mount();
  }

  void usedAt(Instant moment) {
    lastUsed = moment;
  }

  Instant lastUsed() {
    return lastUsed;
  }

  /** Forgets all records. */
  void close() {
    store.close();
  }

  private Served serving(Settings settings, Directory accounts) {
    Routes routes = new Routes(PLAIN, new Scope(clock, outcomes)).quick(quick);
    Pages.mount(routes);
    others.accept(routes);
    boolean demoOnThisMachine = isDemoOnThisMachine(settings, accounts);
    platforms.forEach(platform -> mount(platform, settings, accounts, demoOnThisMachine, routes));
    return new Served(settings, accounts, new Mount(base, routes));
  }

  private <A, S> void mount(
      Platform<A, S> platform,
      Settings settings,
      Directory accounts,
      boolean demoOnThisMachine,
      Routes routes) {
    platform.mount(
        new Installation<>(
            accounts.section(platform.accounts()),
            settings.section(platform),
            signOn,
            limits,
            demoOnThisMachine),
        routes);
  }

  private static boolean isDemoOnThisMachine(Settings settings, Directory accounts) {
    return settings.directory().isEmpty()
        && settings.isForThisMachineOnly()
        && accounts.equals(Platforms.DIRECTORY.demo());
  }
}
