package org.billingsso.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at start-up whether the server's settings let it forget what it has answered. */
final class PostgresDurability {
  private static final Logger log = LoggerFactory.getLogger(PostgresDurability.class);

  private PostgresDurability() {}

  static void check(DataSource connections, PostgresUrl url) throws SQLException {
    try (Connection connection = connections.getConnection();
        Statement statement = connection.createStatement();
        ResultSet off =
            statement.executeQuery(
                "SELECT name FROM pg_settings WHERE setting = 'off'"
                    + " AND name IN ('fsync', 'synchronous_commit', 'full_page_writes')")) {
      while (off.next()) {
        log.warn(
            "The store {} could forget used links in a crash, so that they work again: its server"
                + " has {} = off. Set it to on.",
            url,
            off.getString("name"));
      }
    }
  }
}
