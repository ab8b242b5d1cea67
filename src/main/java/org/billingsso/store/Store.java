package org.billingsso.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Records by typed key, with compare-and-set. Every engine keeps the same promises, which the
 * contract test states:
 *
 * <ul>
 *   <li>Each operation is atomic and, once it has answered, durable as far as the engine promises.
 *   <li>Of several {@link #insert}s of one key, exactly one answers true; of several {@link
 *       #replace}s of one version, exactly one does.
 *   <li>A record is readable until its {@code keepUntil}, which is kept to the millisecond;
 *       afterwards the store may drop it, and does so soon.
 *   <li>Bodies are opaque and hold up to {@value #LARGEST_BODY} bytes; larger ones are an {@link
 *       IllegalArgumentException}. The store does not copy a body: whoever hands one over or
 *       receives one leaves it as it is.
 * </ul>
 *
 * <p>Every operation throws {@link StoreException} where the engine cannot do its work, and on a
 * store that was closed. A store is safe for use by many threads.
 */
public interface Store extends AutoCloseable {

  /** The most bytes that a record's body may have. */
  int LARGEST_BODY = 64 * 1024;

  /** The record of that name, if there is one. */
  Optional<Entry> get(Key key);

  /**
   * Stores a record that must not exist yet; false where one does. Its version is {@link
   * Entry#FIRST_VERSION}.
   */
  boolean insert(Key key, byte[] body, Instant keepUntil);

  /**
   * Replaces the record if it still has that version, and raises the version by one; false where
   * somebody was faster, or where there is no such record.
   */
  boolean replace(Key key, long version, byte[] body, Instant keepUntil);

  /** Removes the record, if there is one. */
  void remove(Key key);

  /**
   * What keeps the engine from dropping records whose time is over, while it works otherwise; empty
   * where nothing does.
   */
  default Optional<String> housekeepingProblem() {
    return Optional.empty();
  }

  /** Finishes what was begun and lets go of the engine. Closing twice does nothing more. */
  @Override
  void close();
}
