package org.billingsso.store;

import java.time.Instant;

/**
 * A record as the store holds it.
 *
 * @param key its name
 * @param version raised by one with every replacement; the handle for {@link Store#replace}
 * @param body the record itself, opaque to the store; not to be modified
 * @param keepUntil from when on the store may drop it, to the millisecond
 */
@SuppressWarnings(
    "ArrayRecordComponent") // The body is handed through uncopied; nobody compares entries.
public record Entry(Key key, long version, byte[] body, Instant keepUntil) {

  /** The version of a record that was just inserted. */
  public static final long FIRST_VERSION = 1;

  /** That body, which no store takes where it is larger than {@link Store#LARGEST_BODY}. */
  static byte[] checkedBody(byte[] body) {
    if (body.length > Store.LARGEST_BODY) {
      throw new IllegalArgumentException(
          "A body of " + body.length + " bytes is too large: at most " + Store.LARGEST_BODY);
    }
    return body;
  }
}
