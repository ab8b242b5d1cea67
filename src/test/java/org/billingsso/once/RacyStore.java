package org.billingsso.once;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.billingsso.store.Entry;
import org.billingsso.store.Key;
import org.billingsso.store.Store;

/** Breaks the contract: compares, and later sets. */
record RacyStore(Store store) implements Store {
  @Override
  public boolean replace(Key key, long version, byte[] body, Instant keepUntil) {
    if (get(key).filter(entry -> entry.version() == version).isEmpty()) {
      return false;
    }
    LockSupport.parkNanos(1);
    long now = get(key).map(Entry::version).orElse(version);
    return store.replace(key, now, body, keepUntil);
  }

  @Override
  public Optional<Entry> get(Key key) {
    return store.get(key);
  }

  @Override
  public boolean insert(Key key, byte[] body, Instant keepUntil) {
    return store.insert(key, body, keepUntil);
  }

  @Override
  public void remove(Key key) {
    store.remove(key);
  }

  @Override
  public void close() {
    store.close();
  }
}
