package org.billingsso.gateway;

import java.time.Instant;
import java.util.Optional;
import org.billingsso.store.Entry;
import org.billingsso.store.Key;
import org.billingsso.store.Store;

/**
 * The records of a world whose clock may be moved, in a store that forgets by the real time. Moving
 * the clock drops nothing.
 *
 * @param store goes by the real time
 * @param clock what the times are by that come in
 */
record WorldStore(Store store, WorldClock clock) implements Store {

  @Override
  public Optional<Entry> get(Key key) {
    return store.get(key);
  }

  @Override
  public boolean insert(Key key, byte[] body, Instant keepUntil) {
    return store.insert(key, body, clock.inRealTime(keepUntil));
  }

  @Override
  public boolean replace(Key key, long version, byte[] body, Instant keepUntil) {
    return store.replace(key, version, body, clock.inRealTime(keepUntil));
  }

  @Override
  public void remove(Key key) {
    store.remove(key);
  }

  @Override
  public Optional<String> housekeepingProblem() {
    return store.housekeepingProblem();
  }

  @Override
  public void close() {
    store.close();
  }
}
