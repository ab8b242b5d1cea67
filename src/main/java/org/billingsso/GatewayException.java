package org.billingsso;

import org.jspecify.annotations.Nullable;

/**
 * What the gateway throws where it cannot do what it was asked for: the one supertype of all errors
 * that callers of its Java API see. The message is a sentence for people that says what to do.
 */
public abstract class GatewayException extends RuntimeException {
  private static final long serialVersionUID = 1;

  protected GatewayException(String message) {
    super(message);
  }

  protected GatewayException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
