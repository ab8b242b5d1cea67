package org.billingsso.store;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real PostgreSQL of this test's own, which can be killed and started again on its data. */
public final class PostgresServer implements AutoCloseable {
  private final Path data;
  private final EmbeddedPostgres server;
  private final List<String> command = new ArrayList<>();

  private PostgresServer(Path data) throws IOException {
    this.data = data;
    this.server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setServerConfig("fsync", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
    ProcessHandle.Info postmaster = postmaster().info();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to run as root.
    }
    command.add(postmaster.command().orElseThrow());
    command.addAll(List.of(postmaster.arguments().orElseThrow()));
  }

  public static PostgresServer start() throws IOException {
    return new PostgresServer(Files.createTempDirectory("postgres"));
  }

  public String url(String database) {
    return "postgresql://postgres@localhost:" + port() + "/" + database;
  }

  int port() {
    return server.getPort();
  }

  void sql(String sql) throws SQLException {
    sql("postgres", sql);
  }

  void sql(String database, String sql) throws SQLException {
    try (Connection connection = server.getDatabase("postgres", database).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  long number(String sql) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  /** How many connections gateways have to it. */
  public long connections() throws SQLException {
    return number(
        "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'billing-sso-gateway'");
  }

  private ProcessHandle postmaster() throws IOException {
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  /** {@code kill -9} of the postmaster; its children notice and go too. */
  public void kill() throws IOException {
    ProcessHandle postmaster = postmaster();
    List<ProcessHandle> all =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    postmaster.destroyForcibly();
    all.forEach(process -> process.onExit().join());
  }

  /** On the same data and the same port, as soon as what was killed has let go of them. */
  public void restart() {
    await().atMost(Duration.ofMinutes(1)).until(() -> answers() || isUp());
  }

  private boolean isUp() throws IOException, InterruptedException {
    Process postmaster =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    while (!postmaster.waitFor(50, TimeUnit.MILLISECONDS)) {
      if (answers()) {
        return true;
      }
    }
    return false;
  }

  private boolean answers() {
    try {
      sql("SELECT 1");
      return true;
    } catch (SQLException notYet) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
