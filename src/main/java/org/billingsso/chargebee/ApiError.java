package org.billingsso.chargebee;

import java.util.Optional;

/** A call that ends in one of the API's errors. */
final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ErrorCode code;
  private final transient Optional<String> parameter;

  private ApiError(ErrorCode code, String message, Optional<String> parameter) {
    super(message, null, false, false);
    this.code = code;
    this.parameter = parameter;
  }

  static ApiError of(ErrorCode code, String message) {
    return new ApiError(code, message, Optional.empty());
  }

  static ApiError wrongValue(String parameter, String complaint) {
    return new ApiError(
        ErrorCode.PARAM_WRONG_VALUE, parameter + " : " + complaint, Optional.of(parameter));
  }

  static ApiError unauthenticated() {
    return of(ErrorCode.API_AUTHENTICATION_FAILED, "Sorry, authentication failed. Invalid api key");
  }

  static ApiError notFound() {
    return of(ErrorCode.RESOURCE_NOT_FOUND, "Sorry, we couldn't find that resource");
  }

  /** Not found, by what that parameter says. */
  static ApiError notFound(String parameter) {
    ApiError error = notFound();
    return new ApiError(error.code, error.message(), Optional.of(parameter));
  }

  ErrorCode code() {
    return code;
  }

  String message() {
    return String.valueOf(getMessage());
  }

  /** The parameter that is to blame. */
  Optional<String> parameter() {
    return parameter;
  }
}
