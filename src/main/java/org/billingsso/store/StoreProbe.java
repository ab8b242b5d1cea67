package org.billingsso.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds out whether a store works by having it take, give back and remove a record. That is what
 * readiness means: a full disk, a read-only file or a lost server fails here as it would fail a
 * sign-on.
 */
public final class StoreProbe {
  private static final Kind KIND = new Kind("probe");
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Store store;
  private final InstantSource clock;

  public StoreProbe(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What keeps the store from working and what to do about it; empty where it works. */
  public Optional<StoreException> problem() {
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
