package org.billingsso.http;

import org.eclipse.jetty.http.HttpStatus;

/** A request refused by its status alone, before any protocol on top of HTTP has a say. */
public final class HttpError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  /**
   * @param status 400 to 599
   */
  public HttpError(int status) {
    this(status, HttpStatus.getMessage(status));
  }

  /**
   * @param status 400 to 599
   * @param message for the client: what is wrong with the request
   */
  public HttpError(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  public int status() {
    return status;
  }

  /** What is wrong with the request. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
