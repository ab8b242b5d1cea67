package org.billingsso.store;

import java.time.Duration;

class MemoryStoreTest extends StoreContract {
  @Override
  MovableStore open() {
    return new MemoryStore(clock, Duration.ofMillis(20));
  }
}
