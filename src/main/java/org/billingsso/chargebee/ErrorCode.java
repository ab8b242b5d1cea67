package org.billingsso.chargebee;

import java.util.Locale;
import java.util.Optional;
import org.billingsso.journal.ApiRefusal;

/** The errors of the API: {@code api_error_code}, with the status and the kind that go with it. */
enum ErrorCode {
  PARAM_WRONG_VALUE(400, Kind.INVALID_REQUEST),
  INVALID_REQUEST(400, Kind.INVALID_REQUEST),
  API_AUTHENTICATION_FAILED(401, Kind.NONE),
  API_AUTHORIZATION_FAILED(403, Kind.INVALID_REQUEST),
  RESOURCE_NOT_FOUND(404, Kind.INVALID_REQUEST),
  HTTP_METHOD_NOT_SUPPORTED(405, Kind.INVALID_REQUEST),
  INVALID_STATE_FOR_REQUEST(409, Kind.INVALID_REQUEST),
  REQUEST_TOO_LARGE(413, Kind.INVALID_REQUEST),
  UNABLE_TO_PROCESS_REQUEST(422, Kind.INVALID_REQUEST),
  API_REQUEST_LIMIT_EXCEEDED(429, Kind.OPERATION_FAILED),
  INTERNAL_ERROR(500, Kind.OPERATION_FAILED);

  private enum Kind {
    NONE,
    INVALID_REQUEST,
    OPERATION_FAILED
  }

  private final int status;
  private final Kind kind;

  ErrorCode(int status, Kind kind) {
    this.status = status;
    this.kind = kind;
  }

  /** The refusal with this code. */
  ApiRefusal refusal(String message) {
    return new ApiRefusal(text(), status, message);
  }

  /** The refusal of what a parameter says. */
  static ApiRefusal wrongValue(String parameter, String complaint) {
    return PARAM_WRONG_VALUE.refusal(parameter + " : " + complaint).of(parameter);
  }

  static ApiRefusal notFound() {
    return RESOURCE_NOT_FOUND.refusal("Sorry, we couldn't find that resource");
  }

  /** The code of a refusal that was made of one. */
  static ErrorCode of(ApiRefusal refusal) {
    return valueOf(refusal.code().toUpperCase(Locale.ROOT));
  }

  int status() {
    return status;
  }

  /** {@code api_error_code}, and {@code error_code} but for one. */
  String text() {
    return lowerCase(name());
  }

  /** {@code error_code}: what clients of the first generation read. */
  String earlierText() {
    return this == API_AUTHENTICATION_FAILED ? "api_authentication_invalid_key" : text();
  }

  /** {@code type}, which an authentication failure does not have. */
  Optional<String> type() {
    return kind == Kind.NONE ? Optional.empty() : Optional.of(lowerCase(kind.name()));
  }

  private static String lowerCase(String constant) {
    return constant.toLowerCase(Locale.ROOT);
  }
}
