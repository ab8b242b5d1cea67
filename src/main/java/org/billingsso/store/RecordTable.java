package org.billingsso.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table {@code record} as seen over one connection: each operation of the contract is one
 * statement, the same in every SQL engine. Statements stay prepared until the table is closed, and
 * the connection with it. After a failure nothing but closing is of use. For one thread at a time.
 */
final class RecordTable implements AutoCloseable {
  private static final String GET =
      "SELECT version, keep_until, body FROM record WHERE kind = ? AND id = ?";
  private static final String INSERT =
      "INSERT INTO record (kind, id, version, keep_until, body) VALUES (?, ?, "
          + Entry.FIRST_VERSION
          + ", ?, ?) ON CONFLICT DO NOTHING";
  private static final String REPLACE =
      "UPDATE record SET version = version + 1, keep_until = ?, body = ?"
          + " WHERE kind = ? AND id = ? AND version = ?";
  private static final String REMOVE = "DELETE FROM record WHERE kind = ? AND id = ?";
  private static final String PAGE =
      "SELECT kind, id, version, keep_until, body FROM record"
          + " WHERE (kind, id) > (?, ?) ORDER BY kind, id LIMIT ?";
  private static final String RESTORE =
      "INSERT INTO record (kind, id, version, keep_until, body) VALUES (?, ?, ?, ?, ?)"
          + " ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version,"
          + " keep_until = excluded.keep_until, body = excluded.body"
          + " WHERE record.version < excluded.version";
  private static final String SWEEP =
      "DELETE FROM record WHERE (kind, id) IN"
          + " (SELECT kind, id FROM record WHERE keep_until <= ? ORDER BY keep_until LIMIT ?%s)";

  private final Connection connection;
  private final String sweep;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  private RecordTable(Connection connection, String sweep) {
    this.connection = connection;
    this.sweep = sweep;
  }

  static RecordTable inSqlite(Connection connection) {
    return new RecordTable(connection, SWEEP.formatted(""));
  }

  /** Nodes that sweep at the same time do not wait for each other. */
  static RecordTable inPostgres(Connection connection) {
    return new RecordTable(connection, SWEEP.formatted(" FOR UPDATE SKIP LOCKED"));
  }

  Optional<Entry> get(Key key) throws SQLException {
    PreparedStatement get = prepared(GET);
    name(get, 1, key);
    try (ResultSet found = get.executeQuery()) {
      return found.next() ? Optional.of(entry(key, found)) : Optional.empty();
    }
  }

  boolean insert(Key key, byte[] body, Instant keepUntil) throws SQLException {
    PreparedStatement insert = prepared(INSERT);
    name(insert, 1, key);
    insert.setLong(3, keepUntil.toEpochMilli());
    insert.setBytes(4, body);
    return insert.executeUpdate() == 1;
  }

  boolean replace(Key key, long version, byte[] body, Instant keepUntil) throws SQLException {
    PreparedStatement replace = prepared(REPLACE);
    replace.setLong(1, keepUntil.toEpochMilli());
    replace.setBytes(2, body);
    name(replace, 3, key);
    replace.setLong(5, version);
    return replace.executeUpdate() == 1;
  }

  int remove(Key key) throws SQLException {
    PreparedStatement remove = prepared(REMOVE);
    name(remove, 1, key);
    return remove.executeUpdate();
  }

  /** The first entries in the order of their keys, at most so many. */
  List<Entry> firstPage(int limit) throws SQLException {
    return page("", "", limit);
  }

  /** The entries that follow that key, at most so many. */
  List<Entry> pageAfter(Key last, int limit) throws SQLException {
    return page(last.kind().name(), last.id(), limit);
  }

  private List<Entry> page(String kind, String id, int limit) throws SQLException {
    PreparedStatement page = prepared(PAGE);
    page.setString(1, kind);
    page.setString(2, id);
    page.setInt(3, limit);
    try (ResultSet found = page.executeQuery()) {
      List<Entry> entries = new ArrayList<>();
      while (found.next()) {
        entries.add(
            entry(new Key(new Kind(found.getString("kind")), found.getString("id")), found));
      }
      return entries;
    }
  }

  boolean restore(Entry entry) throws SQLException {
    PreparedStatement restore = prepared(RESTORE);
    name(restore, 1, entry.key());
    restore.setLong(3, entry.version());
    restore.setLong(4, entry.keepUntil().toEpochMilli());
    restore.setBytes(5, entry.body());
    return restore.executeUpdate() == 1;
  }

  /** Drops up to that many records whose time is over; how many it were. */
  int sweep(Instant now, int atMost) throws SQLException {
    PreparedStatement delete = prepared(sweep);
    delete.setLong(1, now.toEpochMilli());
    delete.setInt(2, atMost);
    return delete.executeUpdate();
  }

  private static void name(PreparedStatement statement, int first, Key key) throws SQLException {
    statement.setString(first, key.kind().name());
    statement.setString(first + 1, key.id());
  }

  private static Entry entry(Key key, ResultSet found) throws SQLException {
    return new Entry(
        key,
        found.getLong("version"),
        found.getBytes("body"),
        Instant.ofEpochMilli(found.getLong("keep_until")));
  }

  private PreparedStatement prepared(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    return statement;
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
