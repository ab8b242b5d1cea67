package org.billingsso.store;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
  @TempDir Path directory;

  @Override
  Store open() {
    return SqliteStore.open(directory.resolve("data/gateway.db"), clock, Duration.ofMillis(20));
  }
}
