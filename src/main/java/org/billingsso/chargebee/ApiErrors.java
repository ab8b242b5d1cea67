package org.billingsso.chargebee;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.billingsso.http.Answer;
import org.billingsso.http.HttpError;
import org.billingsso.http.Incoming;

/** Errors on the wire, in the fields of both generations of clients. */
final class ApiErrors {
  private ApiErrors() {}

  static Answer answer(ApiError error) {
    ErrorCode code = error.code();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("message", error.message());
    code.type().ifPresent(type -> body.put("type", type));
    body.put("api_error_code", code.text());
    error.parameter().ifPresent(parameter -> body.put("param", parameter));
    body.put("error_code", code.earlierText());
    body.put("error_msg", error.message());
    error.parameter().ifPresent(parameter -> body.put("error_param", parameter));
    body.put("http_status_code", code.status());
    Answer answer = Answer.json(code.status(), body.toString()).notStored();
    return code == ErrorCode.API_AUTHENTICATION_FAILED
        ? answer.with("WWW-Authenticate", "Basic realm=\"API key\"")
        : answer;
  }

  /** What was refused before it was a call. */
  static Answer answer(HttpError refused, Incoming request) {
    return answer(
        switch (refused.status()) {
          case 404 -> ApiError.notFound();
          case 405 ->
              ApiError.of(
                  ErrorCode.HTTP_METHOD_NOT_SUPPORTED,
                  "The HTTP method " + request.method() + " is not supported here");
          case 413 -> ApiError.of(ErrorCode.REQUEST_TOO_LARGE, "The request is too large");
          case 500 ->
              ApiError.of(
                  ErrorCode.INTERNAL_ERROR,
                  "Sorry, something went wrong. Please try again, then tell whoever runs this"
                      + " gateway");
          default -> ApiError.of(ErrorCode.INVALID_REQUEST, refused.reason());
        });
  }
}
