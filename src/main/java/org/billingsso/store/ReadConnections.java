package org.billingsso.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/**
 * A few connections for reading, opened when first needed. Reading in WAL mode waits for no writer,
 * and more connections than processors would gain nothing.
 */
final class ReadConnections implements AutoCloseable {
  private static final int MOST = Math.max(2, Runtime.getRuntime().availableProcessors());

  /** What a reader wants to know. */
  @FunctionalInterface
  interface Query<T> {
    T ask(RecordTable table) throws SQLException;
  }

  private record Reader(Connection connection, RecordTable table) {}

  private final SqliteFile file;
  private final Semaphore permits = new Semaphore(MOST);
  private final Deque<Reader> idle = new ArrayDeque<>();
  private boolean closed;

  ReadConnections(SqliteFile file) {
    this.file = file;
  }

  <T> T read(Query<T> query) {
    permits.acquireUninterruptibly();
    try {
      Reader reader = take();
      try {
        return query.ask(reader.table());
      } finally {
        giveBack(reader);
      }
    } catch (SQLException e) {
      throw file.failed(e);
    } finally {
      permits.release();
    }
  }

  private Reader take() throws SQLException {
    synchronized (idle) {
      if (closed) {
        throw StoreException.closed();
      }
      Reader reader = idle.poll();
      if (reader != null) {
        return reader;
      }
    }
    Connection connection = file.connect();
    return new Reader(connection, new RecordTable(connection));
  }

  private void giveBack(Reader reader) {
    synchronized (idle) {
      idle.push(reader);
    }
  }

  /** Waits for those who read, then closes their connections. */
  @Override
  public void close() {
    permits.acquireUninterruptibly(MOST);
    try {
      synchronized (idle) {
        closed = true;
        for (Reader reader : idle) {
          reader.table().close();
          reader.connection().close();
        }
        idle.clear();
      }
    } catch (SQLException e) {
      throw file.failed(e);
    } finally {
      permits.release(MOST);
    }
  }
}
