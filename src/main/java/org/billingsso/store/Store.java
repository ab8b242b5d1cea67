package org.billingsso.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Records by typed key, with compare-and-set. Every engine keeps the same promises, which the
 * contract test states:
 *
 * <ul>
 *   <li>Each operation is atomic and, once it has answered, durable as far as the engine promises.
 *   <li>Of several {@link #insert}s of one key, exactly one answers true; of several {@link
 *       #replace}s of one version, exactly one does.
 *   <li>A record is readable until its {@code keepUntil}, by the engine's clock; afterwards the
 *       store may drop it.
 * </ul>
 *
 * <p>Every operation throws {@link StoreException} where the engine cannot do its work.
 */
public interface Store extends AutoCloseable {

  /** The record of that name, if there is one. */
  Optional<Entry> get(Key key);

  /** Stores a record that must not exist yet; false where one does. */
  boolean insert(Key key, byte[] body, Instant keepUntil);

  /** Replaces the record if it still has that version; false where somebody was faster. */
  boolean replace(Key key, long version, byte[] body, Instant keepUntil);

  /** Removes the record, if there is one. */
  void remove(Key key);

  /** The newest records of a kind, for people who look in; never on the way of a sign-on. */
  List<Entry> newest(Kind kind, int limit);

  /** Finishes what was begun and lets go of the engine. */
  @Override
  void close();
}
