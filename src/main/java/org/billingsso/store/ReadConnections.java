package org.billingsso.store;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;

/**
 * A few connections for reading, opened when first needed. Reading in WAL mode waits for no writer,
 * and more connections than processors would gain nothing.
 */
final class ReadConnections implements Tables {
  private static final int MOST = Math.max(2, Runtime.getRuntime().availableProcessors());

  private final SqliteFile file;
  private final Semaphore permits = new Semaphore(MOST);
  private final Deque<RecordTable> idle = new ArrayDeque<>();
  private boolean closed;

  ReadConnections(SqliteFile file) {
    this.file = file;
  }

  @Override
  public <T> T use(Operation<T> query) {
    permits.acquireUninterruptibly();
    try {
      return answer(query);
    } catch (SQLException e) {
      throw file.failed(e);
    } finally {
      permits.release();
    }
  }

  private <T> T answer(Operation<T> query) throws SQLException {
    RecordTable table = take();
    boolean usable = false;
    try {
      T answer = query.on(table);
      usable = true;
      return answer;
    } finally {
      if (usable) {
        giveBack(table);
      } else {
        table.close();
      }
    }
  }

  private RecordTable take() throws SQLException {
    synchronized (idle) {
      if (closed) {
        throw StoreException.closed();
      }
      RecordTable table = idle.poll();
      if (table != null) {
        return table;
      }
    }
    return file.open();
  }

  private void giveBack(RecordTable table) {
    synchronized (idle) {
      idle.push(table);
    }
  }

  /** Waits for those who read, then closes their connections. */
  @Override
  public void close() {
    permits.acquireUninterruptibly(MOST);
    try {
      synchronized (idle) {
        closed = true;
        for (RecordTable table : idle) {
          table.close();
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
