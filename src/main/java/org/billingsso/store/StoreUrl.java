package org.billingsso.store;

import java.time.InstantSource;

/**
 * Where records are kept: which engine, and where it is. {@code toString} is fit for the operator's
 * eyes: it is the URL without its password.
 */
public sealed interface StoreUrl permits MemoryUrl, SqliteUrl, PostgresUrl, RedisUrl {

  /**
   * Reads a URL such as {@code sqlite:data/gateway.db}. Nothing is opened yet.
   *
   * @throws InvalidStoreUrlException if it is none
   */
  static StoreUrl parse(String text) {
    int colon = text.indexOf(':');
    String scheme = colon < 0 ? text : text.substring(0, colon);
    String rest = text.substring(colon + 1);
    return switch (colon < 0 ? "" : scheme) {
      case "memory" -> MemoryUrl.parse(rest);
      case "sqlite" -> SqliteUrl.parse(rest);
      case "postgresql" -> PostgresUrl.parse(rest);
      case "redis" -> RedisUrl.parse(rest, false);
      case "rediss" -> RedisUrl.parse(rest, true);
      default ->
          throw new InvalidStoreUrlException(
              (colon < 0
                      ? "A store URL begins with the engine's name and a colon."
                      : "There is no store engine \"" + scheme + "\".")
                  + " Possible are memory:, sqlite:FILE, postgresql://user@host/database,"
                  + " redis://host and rediss://host.");
    };
  }

  /**
   * Opens the store. The engine's driver is loaded only now.
   *
   * @param clock says when a record's time is over; nothing else depends on it
   * @throws StoreException if the engine cannot be reached or is not fit for use
   */
  MovableStore open(InstantSource clock);

  /** Whether the records are gone when the gateway stops. */
  default boolean isPassing() {
    return false;
  }
}
