package org.billingsso.store;

/**
 * The name of a record. Where the record is reached by a secret, the id is a hash of that secret.
 *
 * @param kind the sort of record
 * @param id unique within its kind; printable ASCII, at most 128 characters
 */
public record Key(Kind kind, String id) {
  private static final int LONGEST_ID = 128;

  public Key {
    if (id.isEmpty() || id.length() > LONGEST_ID || !isPrintableAscii(id)) {
      throw new IllegalArgumentException("Not an id of a record: " + id.length() + " characters");
    }
  }

  private static boolean isPrintableAscii(String id) {
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) <= ' ' || id.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return true;
  }
}
