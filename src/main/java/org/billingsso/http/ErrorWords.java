package org.billingsso.http;

/** How a part of the server says that a request was refused, in the words of its protocol. */
@FunctionalInterface
public interface ErrorWords {
  Answer answer(HttpError error, Exchange exchange);
}
