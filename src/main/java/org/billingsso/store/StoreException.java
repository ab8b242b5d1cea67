package org.billingsso.store;

import org.billingsso.GatewayException;
import org.jspecify.annotations.Nullable;

/**
 * The engine could not do its work: a full disk, a lost connection. Whether the operation took
 * effect is unknown. The message is for the operator's log: it says what happened and what to do,
 * and carries no record and no password.
 */
public final class StoreException extends GatewayException {
  private static final long serialVersionUID = 1;

  /** What a message says where the engine was asked and its answer never came. */
  static final String UNKNOWN =
      "Whether this operation took effect is unknown: make the call again, and where a login link"
          + " was to be used, get a new one.";

  public StoreException(String message) {
    this(message, null);
  }

  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static StoreException closed() {
    return new StoreException("The store is closed; the gateway is shutting down.");
  }

  /** The engine had been asked by then. */
  static StoreException closedMeanwhile(Throwable cause) {
    return new StoreException(
        "The store was closed before it answered; the gateway is shutting down. " + UNKNOWN, cause);
  }
}
