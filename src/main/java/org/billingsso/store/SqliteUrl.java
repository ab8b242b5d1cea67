package org.billingsso.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;

/** {@code sqlite:FILE}, relative to the working directory or absolute. */
record SqliteUrl(Path file) implements StoreUrl {

  static SqliteUrl parse(String rest) {
    if (rest.isBlank() || rest.startsWith("//") || rest.startsWith(":") || rest.contains("?")) {
      throw malformed();
    }
    try {
      return new SqliteUrl(Path.of(rest));
    } catch (InvalidPathException e) {
      throw malformed();
    }
  }

  private static InvalidStoreUrlException malformed() {
    return new InvalidStoreUrlException(
        "\"sqlite:\" is followed by the path of a file and nothing else,"
            + " as in sqlite:data/gateway.db or sqlite:/var/lib/gateway/gateway.db.");
  }

  @Override
  public MovableStore open(InstantSource clock) {
    return SqlStore.inSqlite(file, clock);
  }

  @Override
  public String toString() {
    return "sqlite:" + file;
  }
}
