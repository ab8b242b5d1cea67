package org.billingsso.http;

import java.util.Optional;
import org.billingsso.http.Routes.Route;
import org.billingsso.journal.Diagnosis;
import org.billingsso.journal.Outcome;

/**
 * Refuses a request by an HTTP status: the client is told in the words of the route, and the
 * operator what was seen and what would have been right.
 */
final class ErrorResponder {
  private ErrorResponder() {}

  /**
   * What to answer, once that was told.
   *
   * @param route that the path has, or would have as far as it can be read; empty where it has none
   * @param routes where others are
   */
  static Answer refuse(Exchange exchange, Optional<Route> route, Routes routes, HttpError error) {
    Optional<String> declared = route.filter(Route::isServed).map(Route::path);
    exchange.tell(
        new Outcome.Rejected(
            exchange.now(),
            exchange.client(),
            exchange.method(),
            declared.orElseGet(exchange::shownPath),
            error.status(),
            completed(error, route, routes, exchange)));
    Answer answer = route.map(Route::errors).orElseGet(routes::errors).answer(error, exchange);
    return switch (error.status()) {
      case 405 -> route.map(found -> answer.with("Allow", found.allowed())).orElse(answer);
      case 503 -> answer.with("Retry-After", "1");
      default -> answer;
    };
  }

  /** The diagnosis, with what is known about any request of that status where it tells less. */
  private static Diagnosis completed(
      HttpError error, Optional<Route> route, Routes routes, Exchange exchange) {
    Diagnosis told = error.diagnosis();
    if (told.seen().isPresent()) {
      return told;
    }
    return switch (error.status()) {
      case 404 ->
          told.seen(exchange.shownPath())
              .expected(
                  route
                      .flatMap(Route::expected)
                      .orElseGet(() -> routes.expectedNear(exchange.path())));
      case 405 ->
          told.seen(exchange.method()).expected(route.map(Route::allowed).orElse("another method"));
      default -> told;
    };
  }
}
