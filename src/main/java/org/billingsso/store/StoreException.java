package org.billingsso.store;

/**
 * The engine could not do its work: a full disk, a lost connection. Whether the operation took
 * effect is unknown. The message is for the operator's log and carries no record.
 */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
