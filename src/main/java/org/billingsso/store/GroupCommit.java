package org.billingsso.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets concurrent writers share a commit: one thread takes all changes that are waiting, makes them
 * in one transaction, and answers each once that is durable. While the disk flushes, the next
 * changes gather; so a flush costs the same for one writer as for many.
 */
final class GroupCommit implements AutoCloseable {

  /** What a writer wants done. */
  @FunctionalInterface
  interface Change<T> {
    T make(RecordTable table) throws SQLException;
  }

  private final Connection connection;
  private final RecordTable table;
  private final Function<SQLException, StoreException> failure;
  private final Thread thread = new Thread(this::run, "store-writer");
  private final Object lock = new Object();
  private List<Pending<?>> waiting = new ArrayList<>();
  private boolean closed;

  private GroupCommit(Connection connection, Function<SQLException, StoreException> failure) {
    this.connection = connection;
    this.table = new RecordTable(connection);
    this.failure = failure;
  }

  /** Takes over that connection, which must be in auto-commit mode. */
  static GroupCommit start(Connection connection, Function<SQLException, StoreException> failure) {
    GroupCommit commit = new GroupCommit(connection, failure);
    commit.thread.setDaemon(true);
    commit.thread.start();
    return commit;
  }

  /** Makes the change and answers when it is durable. */
  <T> T commit(Change<T> change) {
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
        StoreException failed = failure.apply(e);
        batch.forEach(pending -> pending.fail(failed));
      } catch (RuntimeException | Error e) {
        batch.forEach(pending -> pending.fail(e));
      }
    }
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
    try (Statement transaction = connection.createStatement()) {
      transaction.execute("BEGIN IMMEDIATE");
      try {
        for (Pending<?> pending : batch) {
          pending.make(table);
        }
        transaction.execute("COMMIT");
      } catch (SQLException | RuntimeException | Error e) {
        rollBack(transaction, e);
        throw e;
      }
    }
  }

  private static void rollBack(Statement transaction, Throwable reason) {
    try {
      transaction.execute("ROLLBACK");
    } catch (SQLException e) { // The engine has already rolled back.
      reason.addSuppressed(e);
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
      table.close();
      connection.close();
    } catch (SQLException e) {
      throw failure.apply(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A change and, later, its answer. */
  private static final class Pending<T> {
    private final Change<T> change;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private @Nullable T made;

    Pending(Change<T> change) {
      this.change = change;
    }

    void make(RecordTable table) throws SQLException {
      made = change.make(table);
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
