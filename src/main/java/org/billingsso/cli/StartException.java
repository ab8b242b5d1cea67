package org.billingsso.cli;

/** The gateway cannot start. The message says to the operator why. */
final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1;

  StartException(String message, Throwable cause) {
    super(message, cause);
  }
}
