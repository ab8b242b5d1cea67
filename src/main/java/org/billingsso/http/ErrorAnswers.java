package org.billingsso.http;

import org.slf4j.Logger;

/** How a part of the server says that a request was refused, in the words of its protocol. */
@FunctionalInterface
public interface ErrorAnswers {
  Answer answer(HttpError error, Incoming request);

  /** The same words, and a line in that log for each. Only for paths that carry no secret. */
  default ErrorAnswers loggedTo(Logger log) {
    return (error, request) -> {
      log.warn(
          "{} {} from {} was answered with {}: {}",
          request.method(),
          request.path(),
          request.client(),
          error.status(),
          error.reason());
      return answer(error, request);
    };
  }
}
