package org.billingsso.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.billingsso.http.HttpError;
import org.billingsso.http.Mounts;
import org.billingsso.journal.Diagnosis;

/**
 * The worlds of one gateway: the default one, and named ones below {@code /w/{name}}, which are
 * made on first use, live in memory, and are forgotten when nobody has used them for a while. There
 * are never more than a fixed number: one more takes the place of the one that was idle longest,
 * where that was idle for a minute at least.
 */
final class Worlds implements Mounts {
  /** What comes before the name of a world. */
  static final String PREFIX = "/w/";

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern PATH =
      Pattern.compile("(/w/(" + NAME + "))(?:/.*)?", Pattern.DOTALL);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

  private final World root;
  private final Function<String, World> maker;
  private final boolean enabled;
  private final WorldsSettings settings;
  private final InstantSource realTime;
  private final ConcurrentMap<String, World> named = new ConcurrentHashMap<>();
  private volatile Instant nextLook = Instant.MIN;

  /**
   * @param maker makes the world of a name
   * @param enabled whether there are named ones
   * @param realTime tells how long a world was idle
   */
  Worlds(
      World root,
      Function<String, World> maker,
      boolean enabled,
      WorldsSettings settings,
      InstantSource realTime) {
    this.root = root;
    this.maker = maker;
    this.enabled = enabled;
    this.settings = settings;
    this.realTime = realTime;
  }

  @Override
  public Mount at(String path) {
    if (!path.startsWith(PREFIX)) {
      return root.mount();
    }
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      return root.mount();
    }
    String base = matcher.group(1);
    if (!enabled) {
      return refusing(
          base,
          new HttpError(404)
              .because(
                  Diagnosis.of("named worlds are switched off")
                      .seen(base)
                      .setting("worlds.enabled")));
    }
    return find(matcher.group(2)).map(World::mount).orElseGet(() -> refusing(base, full()));
  }

  World root() {
    return root;
  }

  /**
   * The world of that name.
   *
   * @throws IllegalArgumentException where that is no name
   * @throws IllegalStateException where there are as many as there may be, and all in use
   */
  World named(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A world's name is 1 to 64 letters, digits, hyphens and underscores");
    }
    return find(name).orElseThrow(() -> new IllegalStateException(full().reason()));
  }

  private HttpError full() {
    return new HttpError(503, "There are too many worlds in use here; try again in a minute")
        .because(
            Diagnosis.of("as many worlds as there may be were used within a minute")
                .seen(Integer.toString(named.size()))
                .setting("worlds.maximum"));
  }

  /** The default world's routes, of which only the words are used. */
  private Mount refusing(String base, HttpError error) {
    return new Mount(base, root.mount().routes(), Optional.of(error));
  }

  private Optional<World> find(String name) {
    Instant now = realTime.instant();
    forgetIdle(now);
    World known = named.get(name);
    Optional<World> world = known == null ? make(name, now) : Optional.of(known);
    world.ifPresent(used -> used.usedAt(now));
    return world;
  }

  private synchronized Optional<World> make(String name, Instant now) {
    World known = named.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    if (named.size() >= settings.maximum() && !makesRoom(now)) {
      return Optional.empty();
    }
    World made = maker.apply(name);
    made.usedAt(now);
    named.put(name, made);
    return Optional.of(made);
  }

  private boolean makesRoom(Instant now) {
    Optional<World> longest =
        named.values().stream()
            .min(Comparator.comparing(World::lastUsed))
            .filter(world -> isIdle(world, WorldsSettings.SHORTEST_IDLE, now));
    longest.ifPresent(this::forget);
    return longest.isPresent();
  }

  private void forgetIdle(Instant now) {
    if (now.isBefore(nextLook) && nextLook.isBefore(now.plus(LOOK_EVERY).plus(LOOK_EVERY))) {
      return;
    }
    nextLook = now.plus(LOOK_EVERY);
    for (World world : named.values()) {
      if (isIdle(world, settings.forgottenAfter(), now)) {
        forget(world);
      }
    }
  }

  private static boolean isIdle(World world, Duration span, Instant now) {
    return !world.lastUsed().plus(span).isAfter(now);
  }

  private void forget(World world) {
    if (named.remove(world.name(), world)) {
      world.close();
    }
  }

  /** Forgets all named worlds. */
  void close() {
    named.values().forEach(this::forget);
  }
}
