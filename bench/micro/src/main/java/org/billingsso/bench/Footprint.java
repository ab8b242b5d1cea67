package org.billingsso.bench;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import redis.clients.jedis.Jedis;

/** The space that an engine's records take, heap, file, table with indexes or server memory. */
@FunctionalInterface
interface Footprint {
  long bytes() throws SQLException;

  /** That of the store with this URL. */
  static Footprint of(String store) {
    if (store.startsWith("sqlite:")) {
      String pages = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
      return () -> number("jdbc:" + store, pages);
    }
    if (store.startsWith("postgresql:")) {
      return () -> number(jdbc(store), "SELECT pg_total_relation_size('gateway.record')");
    }
    return store.startsWith("redis:") ? () -> usedMemory(URI.create(store)) : Footprint::heap;
  }

  /** The JDBC URL of a PostgreSQL that asks for no password. */
  static String jdbc(String store) {
    URI uri = URI.create(store);
    return "jdbc:postgresql://%s:%d%s?user=%s"
        .formatted(uri.getHost(), uri.getPort(), uri.getPath(), uri.getUserInfo());
  }

  private static long number(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet number = statement.executeQuery(sql)) {
      number.next();
      return number.getLong(1);
    }
  }

  private static long usedMemory(URI server) {
    try (Jedis jedis = new Jedis(server.getHost(), server.getPort())) {
      return jedis
          .info("memory")
          .lines()
          .filter(line -> line.startsWith("used_memory:"))
          .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
          .sum();
    }
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
