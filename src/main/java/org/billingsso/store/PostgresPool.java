package org.billingsso.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Connections to a PostgreSQL whose schema is as this version needs it. Whatever the server does,
 * an operation fails within seconds rather than hang, and the next one tries afresh.
 */
final class PostgresPool implements Tables {
  private static final String SCHEMA = "gateway";
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(5);

  private final HikariDataSource connections;
  private final PostgresFailure failure;

  private PostgresPool(HikariDataSource connections, PostgresFailure failure) {
    this.connections = connections;
    this.failure = failure;
  }

  static PostgresPool open(PostgresUrl url) {
    PostgresFailure failure = new PostgresFailure(url);
    try {
      HikariDataSource connections = new HikariDataSource(settings(url));
      boolean checked = false;
      try {
        migrate(connections);
        PostgresDurability.check(connections, url);
        checked = true;
        return new PostgresPool(connections, failure);
      } finally {
        if (!checked) {
          connections.close();
        }
      }
    } catch (SQLException e) {
      throw failure.of(e);
    } catch (PoolInitializationException | FlywayException e) {
      throw failure.of(e);
    }
  }

  private static HikariConfig settings(PostgresUrl url) {
    ServerAddress address = url.address();
    HikariConfig config = new HikariConfig();
    config.setPoolName("store");
    config.setDriverClassName("org.postgresql.Driver");
    config.setJdbcUrl(
        "jdbc:postgresql://"
            + address.hosts()
            + "/"
            + URLEncoder.encode(address.path(), StandardCharsets.UTF_8));
    address.user().ifPresent(config::setUsername);
    address.password().ifPresent(config::setPassword);
    url.driverParameters().forEach(config::addDataSourceProperty);
    config.addDataSourceProperty("ApplicationName", "billing-sso-gateway");
    config.addDataSourceProperty("currentSchema", SCHEMA);
    config.addDataSourceProperty("targetServerType", "primary");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("connectTimeout", "" + TIMEOUT.toSeconds());
    config.addDataSourceProperty("socketTimeout", "" + SOCKET_TIMEOUT.toSeconds());
    config.setMaximumPoolSize(url.connections());
    config.setConnectionTimeout(TIMEOUT.toMillis());
    config.setValidationTimeout(TIMEOUT.toMillis() / 2);
    return config;
  }

  /** Migrations leave nodes of the version before able to sign people in during an upgrade. */
  private static void migrate(HikariDataSource connections) {
    var unused =
        Flyway.configure()
            .dataSource(connections)
            .schemas(SCHEMA)
            .locations("classpath:org/billingsso/store/migration")
            .load()
            .migrate();
  }

  @Override
  public <T> T use(Operation<T> operation) {
    try (RecordTable table = RecordTable.inPostgres(connection())) {
      return operation.on(table);
    } catch (SQLException e) {
      throw connections.isClosed() ? StoreException.closedMeanwhile(e) : failure.whileAsked(e);
    }
  }

  private Connection connection() {
    try {
      return connections.getConnection();
    } catch (SQLException e) {
      throw connections.isClosed() ? StoreException.closed() : failure.of(e);
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}
