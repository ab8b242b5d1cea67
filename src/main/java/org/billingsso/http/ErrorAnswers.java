package org.billingsso.http;

/** How a part of the server says that a request was refused, in the words of its protocol. */
@FunctionalInterface
public interface ErrorAnswers {
  Answer answer(HttpError error, Incoming request);
}
