package org.billingsso.http;

import org.billingsso.journal.Diagnosis;
import org.eclipse.jetty.http.HttpStatus;

/** A request refused by its status alone, before any protocol on top of HTTP has a say. */
public final class HttpError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final transient Diagnosis diagnosis;

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
    this(status, message, Diagnosis.of(message));
  }

  private HttpError(int status, String message, Diagnosis diagnosis) {
    super(message, null, false, false);
    this.status = status;
    this.diagnosis = diagnosis;
  }

  /** The same, with what the operator should know about it. */
  public HttpError because(Diagnosis why) {
    return new HttpError(status, reason(), why);
  }

  public int status() {
    return status;
  }

  /** What is wrong with the request. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /** Why, for the operator. */
  public Diagnosis diagnosis() {
    return diagnosis;
  }
}
