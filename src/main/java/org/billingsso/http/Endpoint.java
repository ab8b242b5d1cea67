package org.billingsso.http;

/** Answers the requests of one route. */
@FunctionalInterface
public interface Endpoint {

  /**
   * What to answer.
   *
   * @throws HttpError to refuse the request by a status alone
   */
  Response answer(Exchange exchange);
}
