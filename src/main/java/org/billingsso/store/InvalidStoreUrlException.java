package org.billingsso.store;

/**
 * The text is not the URL of a store. The message says what is wrong with it and what is possible,
 * and never repeats a password.
 */
public final class InvalidStoreUrlException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  InvalidStoreUrlException(String message) {
    super(message);
  }
}
