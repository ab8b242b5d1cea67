package org.billingsso.store;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets concurrent writers share a commit: all changes that are waiting are made in one transaction,
 * and each is answered once that is durable. While the disk flushes, the next changes gather; so a
 * flush costs the same for one writer as for many.
 */
final class GroupCommit implements Tables {
  private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

  private final SqliteFile file;
  private final Convoy<Pending<?>> convoy = new Convoy<>(this::commit);
  private final Pending<Boolean> closing = new Pending<>(open -> true);
  private boolean closed;
  private @Nullable RecordTable table;

  GroupCommit(SqliteFile file) {
    this.file = file;
  }

  @Override
  public <T> T use(Operation<T> change) {
    Pending<T> pending = new Pending<>(change);
    convoy.join(pending);
    return pending.answer();
  }

  private void commit(List<Pending<?>> batch) {
    try {
      if (closed) {
        throw StoreException.closed();
      }
      makeDurable(batch);
    } catch (SQLException e) {
      StoreException failed = file.failed(e);
      batch.forEach(pending -> pending.failure = failed);
    } catch (RuntimeException e) {
      batch.forEach(pending -> pending.failure = e);
    }
    if (batch.contains(closing)) {
      closed = true;
      closeTable();
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
    convoy.join(closing);
  }

  /** A change and, after its commit, the answer to it. */
  private static final class Pending<T> {
    private final Operation<T> change;
    private @Nullable T made;
    private @Nullable RuntimeException failure;

    Pending(Operation<T> change) {
      this.change = change;
    }

    void make(RecordTable table) throws SQLException {
      made = change.on(table);
    }

    T answer() {
      if (failure != null) {
        throw failure;
      }
      if (made == null) {
        throw new IllegalStateException("The commit was broken off");
      }
      return made;
    }
  }
}
