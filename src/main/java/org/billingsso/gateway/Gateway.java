package org.billingsso.gateway;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.billingsso.directory.Directory;
import org.billingsso.http.GatewayServer;
import org.billingsso.http.Health;
import org.billingsso.http.HttpError;
import org.billingsso.http.Mounts;
import org.billingsso.http.Routes;
import org.billingsso.http.Scope;
import org.billingsso.journal.Outcomes;
import org.billingsso.platform.Platform;
import org.billingsso.signon.ServerKey;
import org.billingsso.signon.ServerKeyCheck;
import org.billingsso.signon.SignOn;
import org.billingsso.store.MemoryStore;
import org.billingsso.store.Store;
import org.billingsso.store.StoreException;
import org.billingsso.store.StoreProbe;
import org.jspecify.annotations.Nullable;

/** The whole gateway, wired and running. {@link #builder()} is the way to one. */
public final class Gateway implements AutoCloseable {
  private final Settings settings;
  private final List<Platform<?, ?>> platforms;
  private final InstantSource realTime;
  private final GatewayServer server;
  private @Nullable Store store;
  private @Nullable Worlds worlds;

  private Gateway(Builder builder) {
    this.settings = builder.settings;
    this.platforms = builder.platforms;
    this.realTime = builder.clock;
    this.server = new GatewayServer(settings.http(), starting(builder.clock));
  }

  /** What a gateway is made of: a process's own with the demo accounts, until it is told else. */
  public static Builder builder() {
    return new Builder();
  }

  /** Says what a gateway is to be, and starts it. */
  public static final class Builder {
    private Settings settings = Settings.ofOneProcess();
    private List<Platform<?, ?>> platforms = Platforms.ALL;
    private InstantSource clock = InstantSource.system();
    private @Nullable Supplier<Directory> accounts;

    private Builder() {}

    /** How it is set up; without this, for one process alone, on loopback and a free port. */
    public Builder settings(Settings chosen) {
      settings = chosen;
      return this;
    }

    /** Whom it knows; without this, what the settings name. */
    public Builder accounts(Directory directory) {
      return accounts(() -> directory);
    }

    /** The same, asked for once the gateway listens; what is thrown instead is thrown on. */
    public Builder accounts(Supplier<Directory> directory) {
      accounts = directory;
      return this;
    }

    /** What it takes for the real time; without this, the machine's. */
    public Builder clock(InstantSource time) {
      clock = time;
      return this;
    }

    /** What it speaks; without this, {@link Platforms#ALL}. */
    public Builder platforms(List<Platform<?, ?>> spoken) {
      platforms = List.copyOf(spoken);
      return this;
    }

    /**
     * Starts it. It listens at once, and answers that it is not ready until it is.
     *
     * @throws StartException where it cannot listen, or its key is not the one of the store
     * @throws StoreException where the store cannot be used
     */
    public Gateway start() {
      Gateway gateway = new Gateway(this);
      Supplier<Directory> directory =
          accounts == null
              ? () -> gateway.settings.accounts(Platforms.directoryOf(gateway.platforms))
              : accounts;
      gateway.listen();
      try {
        gateway.serve(directory.get());
        return gateway;
      } catch (RuntimeException | Error cannotServe) {
        try (gateway) {
          throw cannotServe;
        }
      }
    }
  }

  private void listen() {
    try {
      server.start();
    } catch (IOException cannotListen) {
      throw new StartException(
          "The gateway cannot listen on %s port %d: %s"
              .formatted(settings.host(), settings.port(), cannotListen.getMessage()),
          cannotListen);
    }
  }

  private void serve(Directory accounts) {
    WorldClock clock = new WorldClock(realTime);
    Store opened = settings.store().open(realTime);
    store = opened;
    boolean passing = settings.store().isPassing();
    ServerKey key = passing ? ServerKeyFile.passing() : sharedKey(opened);
    Store records = new WorldStore(opened, clock);
    Health.Readiness readiness = new StoreReadiness(new StoreProbe(opened, realTime), platforms);
    World root =
        new World(
            "",
            passing,
            platforms,
            clock,
            records,
            SignOn.over(records, clock, key, settings.lifetimes()),
            routes -> Health.mount(routes, readiness),
            settings,
            accounts);
    Worlds all =
        new Worlds(root, this::named, settings.hasNamedWorlds(), settings.worlds(), realTime);
    worlds = all;
    server.serve(all);
  }

  /** The key in the file, which has to be the one that the store's records are made with. */
  private ServerKey sharedKey(Store opened) {
    ServerKey key = ServerKeyFile.at(settings.serverKeyFile());
    if (!ServerKeyCheck.isKeyOf(opened, key)) {
      throw new StartException(
          ("The key in serverKeyFile %s is not the one that the gateways on the store %s have. Copy"
                  + " the file that serverKeyFile names on one of those, or choose another store.")
              .formatted(settings.serverKeyFile(), settings.store()));
    }
    return key;
  }

  private World named(String name) {
    WorldClock clock = new WorldClock(realTime);
    MemoryStore memory = new MemoryStore(realTime, settings.worlds().maximumRecords());
    Store records = new WorldStore(memory, clock);
    World root = world();
    return new World(
        Worlds.PREFIX + name,
        true,
        platforms,
        clock,
        records,
        SignOn.over(records, clock, ServerKeyFile.passing(), settings.lifetimes()),
        routes -> {},
        root.settings(),
        root.accounts());
  }

  private static Mounts starting(InstantSource clock) {
    Scope scope = new Scope(clock, Outcomes.logged());
    Routes routes =
        new Routes((error, exchange) -> World.PLAIN.answer(new HttpError(503), exchange), scope)
            .quick(true);
    Health.mount(routes, () -> false);
    return Mounts.root(routes);
  }

  /** Where it listens, with the port that was picked. */
  public URI address() {
    return server.address();
  }

  /** The default world: the one that is configured. */
  public World world() {
    return worlds().root();
  }

  /**
   * A world of its own below {@code /w/{name}}, made where there is none of that name.
   *
   * @param name letters, digits, hyphens and underscores, at most 64
   * @throws IllegalArgumentException for another name
   * @throws IllegalStateException where there are none here, or as many as there may be in use
   */
  public World world(String name) {
    return worlds().named(name);
  }

  /**
   * Serves these accounts by these settings of the platforms from now on, in the default world.
   * Links and sessions of accounts that are still there go on; those of others are over.
   *
   * @return the names of other settings that are not as they were, for which it takes a restart
   */
  public List<String> reload(Settings changed, Directory accounts) {
    world().serve(settings.withPlatformsOf(changed), accounts);
    return settings.needRestartFor(changed);
  }

  private Worlds worlds() {
    if (worlds == null) {
      throw new IllegalStateException("The gateway has not started");
    }
    return worlds;
  }

  /** Finishes the requests that run, and stops. */
  @Override
  public void close() {
    try {
      server.close();
    } finally {
      try {
        if (worlds != null) {
          worlds.close();
        }
      } finally {
        if (store != null) {
          store.close();
        }
      }
    }
  }
}
