package org.billingsso.gateway;

import org.billingsso.GatewayException;

/** The gateway cannot start. The message says to the operator why. */
public final class StartException extends GatewayException {
  private static final long serialVersionUID = 1;

  StartException(String message) {
    super(message);
  }

  StartException(String message, Throwable cause) {
    super(message, cause);
  }
}
