package org.billingsso.gateway;

import org.billingsso.GatewayException;
import org.jspecify.annotations.Nullable;

/** A snapshot cannot be written or read. The message is for whoever gave the command. */
public final class SnapshotException extends GatewayException {
  private static final long serialVersionUID = 1;

  SnapshotException(String message) {
    this(message, null);
  }

  SnapshotException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
