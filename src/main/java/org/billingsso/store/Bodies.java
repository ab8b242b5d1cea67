package org.billingsso.store;

/** The one rule for bodies that all engines share. */
final class Bodies {
  private Bodies() {}

  static byte[] checked(byte[] body) {
    if (body.length > Store.LARGEST_BODY) {
      throw new IllegalArgumentException(
          "A body of " + body.length + " bytes is too large: at most " + Store.LARGEST_BODY);
    }
    return body;
  }
}
