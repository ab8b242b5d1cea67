package org.billingsso.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets concurrent writers share a commit: one thread takes all changes that are waiting, makes them
 * in one transaction, and answers each once that is durable. While the disk flushes, the next
 * changes gather; so a flush costs the same for one writer as for many.
 */
final class GroupCommit implements Tables {
  private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

  private final SqliteFile file;
  private final Thread thread = new Thread(this::run, "store-writer");
  private final Object lock = new Object();
  private List<Pending<?>> waiting = new ArrayList<>();
  private boolean closed;
  private @Nullable RecordTable table;

  private GroupCommit(SqliteFile file) {
    this.file = file;
  }

  static GroupCommit start(SqliteFile file) {
    GroupCommit commit = new GroupCommit(file);
    commit.thread.setDaemon(true);
    commit.thread.start();
    return commit;
  }

  @Override
  public <T> T use(Operation<T> change) {
    Pending<T> pending = new Pending<>(change);
    synchronized (lock) {
      if (closed) {
        throw StoreException.closed();
      }
      waiting.add(pending);
      lock.notifyAll();
    }
    return pending.await();
  }

  private void run() {
    for (List<Pending<?>> batch = next(); !batch.isEmpty(); batch = next()) {
      try {
        makeDurable(batch);
        batch.forEach(Pending::answer);
      } catch (SQLException e) {
        StoreException failed = file.failed(e);
        batch.forEach(pending -> pending.fail(failed));
      } catch (RuntimeException | Error e) {
        batch.forEach(pending -> pending.fail(e));
      }
    }
    closeTable();
  }

  /** All that is waiting, as soon as something is; empty when closed and done. */
  private List<Pending<?>> next() {
    synchronized (lock) {
      while (waiting.isEmpty() && !closed) {
        try {
          lock.wait();
        } catch (InterruptedException e) {
          closed = true;
        }
      }
      List<Pending<?>> batch = waiting;
      waiting = new ArrayList<>();
      return batch;
    }
  }

  private void makeDurable(List<Pending<?>> batch) throws SQLException {
    boolean durable = false;
    RecordTable open = table == null ? file.open() : table;
    table = open;
    try (Statement transaction = open.connection().createStatement()) {
      transaction.execute("BEGIN IMMEDIATE");
      for (Pending<?> pending : batch) {
        pending.make(open);
      }
      transaction.execute("COMMIT");
      durable = true;
    } finally {
      if (!durable) {
        closeTable(); // Rolls back; the next batch begins afresh.
      }
    }
  }

  private void closeTable() {
    if (table != null) {
      try {
        table.close();
      } catch (SQLException e) {
        log.warn("The store's connection was not closed: {}", file.failed(e).getMessage());
      }
      table = null;
    }
  }

  /** Makes what is waiting durable, then ends. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      lock.notifyAll();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A change and, later, its answer. */
  private static final class Pending<T> {
    private final Operation<T> change;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private @Nullable T made;

    Pending(Operation<T> change) {
      this.change = change;
    }

    void make(RecordTable table) throws SQLException {
      made = change.on(table);
    }

    void answer() {
      answer.complete(made);
    }

    void fail(Throwable reason) {
      answer.completeExceptionally(reason);
    }

    T await() {
      try {
        return answer.join();
      } catch (CompletionException e) {
        if (e.getCause() instanceof StoreException failed) {
          throw failed;
        }
        throw e;
      }
    }
  }
}
