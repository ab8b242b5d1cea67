package org.billingsso.store;

import java.time.Duration;

/** Redis drops records by its own clock, so tests that wait for that need real time. */
abstract class RedisStoreContract extends DurableStoreContract {
  @Override
  MovableStore open() {
    return open(url());
  }

  MovableStore open(String url) {
    return StoreUrl.parse(url).open(clock);
  }

  @Override
  Duration longer() {
    return Duration.ofMinutes(1);
  }
}
