package org.billingsso.store;

import java.time.InstantSource;

/** {@code memory:}, which has no parts. */
record MemoryUrl() implements StoreUrl {

  static MemoryUrl parse(String rest) {
    if (!rest.isEmpty()) {
      throw new InvalidStoreUrlException("Nothing may follow \"memory:\" in a store URL.");
    }
    return new MemoryUrl();
  }

  @Override
  public MovableStore open(InstantSource clock) {
    return new MemoryStore(clock);
  }

  @Override
  public boolean isPassing() {
    return true;
  }

  @Override
  public String toString() {
    return "memory:";
  }
}
