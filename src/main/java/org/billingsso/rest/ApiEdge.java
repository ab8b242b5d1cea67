package org.billingsso.rest;

import java.util.List;
import java.util.Optional;
import org.billingsso.http.Answer;
import org.billingsso.http.Endpoint;
import org.billingsso.http.Exchange;
import org.billingsso.http.HttpError;
import org.billingsso.http.RateLimit;
import org.billingsso.http.RateLimit.Quota;
import org.billingsso.http.Routes;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Diagnosis;
import org.billingsso.journal.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How a REST API is entered: authenticate, permit, count, handle, and answer with what is left.
 * Every call that reaches an operation ends in one outcome.
 *
 * @param <T> an account that can call
 */
public final class ApiEdge<T> {
  /** Whom nothing is counted for: callers without a valid key. */
  private static final String STRANGER = "";

  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private final ApiDialect<T> dialect;
  private final List<RateLimit> limits;
  private final boolean enforced;

  /**
   * An operation, for a caller who is known and may call.
   *
   * @param <T> an account that can call
   */
  @FunctionalInterface
  public interface ApiOperation<T> {
    /**
     * What to answer.
     *
     * @throws ApiRefusal where the call fails
     */
    Answer answer(T account, Exchange exchange);
  }

  /**
   * @param limits are all counted for each call
   * @param enforced whether one call too many is refused
   */
  public ApiEdge(ApiDialect<T> dialect, List<RateLimit> limits, boolean enforced) {
    this.dialect = dialect;
    this.limits = List.copyOf(limits);
    this.enforced = enforced;
  }

  /** The routes whose HTTP-level refusals are worded by this dialect. */
  public Routes below(Routes routes) {
    return routes.refusingWith(this::refuse);
  }

  /**
   * An endpoint for an operation.
   *
   * @param name what outcomes call it
   */
  public Endpoint operation(String name, ApiOperation<T> operation) {
    return exchange -> answer(name, operation, exchange);
  }

  /**
   * Answers every other path below the API's own with 404 in its words, to callers with a key.
   *
   * @param path of a route, for all that no other route answers
   * @param expected what there is instead, for the operator
   */
  public void nothingElse(Routes routes, String path, String message, String expected) {
    routes.serving(expected);
    for (String method : METHODS) {
      routes.on(
          method,
          path,
          operation(
              "(not emulated)",
              (account, exchange) -> {
                throw new HttpError(404, message)
                    .because(
                        Diagnosis.of("no operation of this emulation has that path")
                            .seen(exchange.method() + " " + exchange.shownPath())
                            .expected(expected));
              }));
    }
  }

  private Answer answer(String name, ApiOperation<T> operation, Exchange exchange) {
    try {
      T account = dialect.authenticate(exchange);
      exchange.callerIs(account, dialect.nameOf(account));
      List<Quota> quotas = take(dialect.nameOf(account), exchange);
      return dialect.told(answer(name, operation, account, quotas, exchange), quotas);
    } catch (ApiRefusal refused) {
      return dialect.told(refuse(name, refused, exchange), left(STRANGER, exchange));
    }
  }

  private Answer answer(
      String name, ApiOperation<T> operation, T account, List<Quota> quotas, Exchange exchange) {
    try {
      dialect.permit(account, exchange);
      Optional<Quota> exceeded =
          quotas.stream().filter(quota -> enforced && quota.exceeded()).findFirst();
      if (exceeded.isPresent()) {
        return refuse(name, dialect.tooMany(exceeded.get()), exchange)
            .with("Retry-After", Long.toString(exceeded.get().resetSeconds()));
      }
      Answer answer = operation.answer(account, exchange);
      tell(name, null, exchange);
      return answer;
    } catch (ApiRefusal refused) {
      return refuse(name, refused, exchange);
    } catch (HttpError refused) {
      if (refused.status() == 405) {
        throw refused; // Whoever knows the route tells what it allows.
      }
      ApiRefusal refusal = dialect.termsFor(refused, exchange).because(refused.diagnosis());
      return refuse(name, refusal, exchange);
    }
  }

  private Answer refuse(String name, ApiRefusal refusal, Exchange exchange) {
    tell(name, refusal, exchange);
    return dialect.words(refusal);
  }

  private void tell(String name, @Nullable ApiRefusal refusal, Exchange exchange) {
    exchange.tell(
        new Outcome.Called(
            exchange.now(),
            exchange.client(),
            dialect.platform(),
            "rest",
            name,
            exchange.callerName(),
            exchange.pathParameters(),
            Optional.ofNullable(refusal)));
  }

  /** What never reached an operation, or failed in it. */
  private Answer refuse(HttpError error, Exchange exchange) {
    Answer answer = dialect.words(dialect.termsFor(error, exchange));
    return dialect.told(answer, left(exchange.callerName().orElse(STRANGER), exchange));
  }

  private List<Quota> take(String caller, Exchange exchange) {
    return limits.stream().map(limit -> limit.take(caller, exchange.now())).toList();
  }

  private List<Quota> left(String caller, Exchange exchange) {
    return limits.stream().map(limit -> limit.look(caller, exchange.now())).toList();
  }
}
