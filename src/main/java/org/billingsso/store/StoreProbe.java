package org.billingsso.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a store works by having it take, give back and remove a record. That is what
 * readiness means: a full disk, a read-only file or a lost server fails here as it would fail a
 * sign-on. What was found counts for a second, so that the store does the same work for many who
 * ask as for one.
 */
public final class StoreProbe {
  private static final Kind KIND = new Kind("probe");
  private static final Duration KEPT = Duration.ofMinutes(1);
  private static final Duration COUNTS_FOR = Duration.ofSeconds(1);

  private final Store store;
  private final InstantSource clock;
  private @Nullable Found last;

  private record Found(Optional<StoreException> problem, Instant at) {
    boolean countsAt(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(COUNTS_FOR));
    }
  }

  public StoreProbe(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What keeps the store from working and what to do about it; empty where it works. Who asks while
   * it is being found out waits for what is found.
   */
  public synchronized Optional<StoreException> problem() {
    if (last == null || !last.countsAt(clock.instant())) {
      Optional<StoreException> problem = probe();
      last = new Found(problem, clock.instant());
    }
    return last.problem();
  }

  /** What keeps the store from tidying up, while it works; empty where nothing does. */
  public Optional<String> housekeepingProblem() {
    return store.housekeepingProblem();
  }

  private Optional<StoreException> probe() {
    Key key = new Key(KIND, UUID.randomUUID().toString());
    try {
      store.insert(key, new byte[0], clock.instant().plus(KEPT));
      boolean kept = store.get(key).isPresent();
      store.remove(key);
      return kept
          ? Optional.empty()
          : Optional.of(new StoreException("The store forgets at once what it was given."));
    } catch (StoreException e) {
      return Optional.of(e);
    }
  }
}
