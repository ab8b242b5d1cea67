package org.billingsso.store;

import java.sql.SQLException;

/** Lends a connection's {@link RecordTable} for one operation at a time. */
interface Tables extends AutoCloseable {

  /** One operation. */
  @FunctionalInterface
  interface Operation<T> {
    T on(RecordTable table) throws SQLException;
  }

  /**
   * Answers when the operation took effect for good.
   *
   * @throws StoreException if it did not, or nobody knows
   */
  <T> T use(Operation<T> operation);

  @Override
  void close();
}
