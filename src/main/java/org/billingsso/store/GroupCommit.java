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
 * flush costs the same for one writer as for many. Where one of the changes fails, each is made in
 * a transaction of its own, so that it fails alone. Where the commit itself fails, none is made
 * again, because it may have taken effect.
 */
final class GroupCommit implements Tables {
  private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

  private final SqliteFile file;
  private final Batcher<Change<?>> batcher = new Batcher<>(this::makeDurable);
  private boolean closed;
  private @Nullable RecordTable table;

  GroupCommit(SqliteFile file) {
    this.file = file;
  }

  @Override
  public <T> T use(Operation<T> operation) {
    Change<T> change = new Change<>(operation, false);
    batcher.join(change);
    return change.answer();
  }

  /** How many changes wait for the next transaction. */
  int gathered() {
    return batcher.gathered();
  }

  private void makeDurable(List<Change<?>> batch) {
    if (closed) {
      batch.forEach(change -> change.fail(StoreException.closed()));
      return;
    }
    if (!commit(batch)) {
      batch.forEach(change -> commit(List.of(change)));
    }
    if (batch.stream().anyMatch(change -> change.last)) {
      closed = true;
      closeTable();
    }
  }

  /** False where nothing was changed because one of several changes failed. */
  private boolean commit(List<Change<?>> changes) {
    boolean committing = false;
    try {
      RecordTable open = table == null ? file.open() : table;
      table = open;
      boolean durable = false;
      try (Statement transaction = open.connection().createStatement()) {
        transaction.execute("BEGIN IMMEDIATE");
        if (!made(changes, open)) {
          return false;
        }
        committing = true;
        transaction.execute("COMMIT");
        durable = true;
      } finally {
        if (!durable) {
          closeTable(); // Rolls back; the next transaction begins afresh.
        }
      }
      changes.forEach(Change::confirm);
    } catch (SQLException e) {
      StoreException failed = committing ? file.notCommitted(e) : file.failed(e);
      changes.forEach(change -> change.fail(failed));
    } catch (RuntimeException e) {
      changes.forEach(change -> change.fail(e));
    }
    return true;
  }

  private static boolean made(List<Change<?>> changes, RecordTable table) throws SQLException {
    for (Change<?> change : changes) {
      try {
        change.make(table);
      } catch (SQLException | RuntimeException e) {
        if (changes.size() > 1) {
          return false;
        }
        throw e;
      }
    }
    return true;
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
    batcher.join(new Change<>(open -> true, true));
  }

  private static final class Change<T> extends Batcher.Waiter<T> {
    private final Operation<T> operation;
    private final boolean last;
    private @Nullable T made;

    Change(Operation<T> operation, boolean last) {
      this.operation = operation;
      this.last = last;
    }

    void make(RecordTable table) throws SQLException {
      made = operation.on(table);
    }

    void confirm() {
      if (made != null) {
        succeed(made);
      }
    }
  }
}
