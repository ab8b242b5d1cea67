package org.billingsso.store;

import java.util.function.Consumer;

/**
 * A store whose records can be taken over by another one, while both are in use. A sign-on needs
 * neither operation.
 */
public interface MovableStore extends Store {

  /**
   * Shows every record of every kind that was there before and still is, in no certain order.
   * Records that are written meanwhile may be shown, as they were or as they are; in some engines a
   * record may be shown twice.
   */
  void forEach(Consumer<Entry> visitor);

  /**
   * Takes over a record as it is in another store, version and all, unless this one has that
   * version or a newer one.
   *
   * @return whether it was taken over
   */
  boolean restore(Entry entry);
}
