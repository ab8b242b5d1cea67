package org.billingsso.http;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Which endpoint answers which path and method. A path is itself, or a template such as {@code
 * /tokens/{id}}, or a regular expression that begins with {@code ^}, or ends in {@code /*} for
 * itself and all below it. Where several fit, they come in that order: of templates, those first
 * that tell a segment which others leave open; of expressions, the one that was declared first; of
 * those with {@code /*}, the longest. A {@code HEAD} goes where {@code GET} goes unless it has a
 * route of its own.
 */
public final class Routes {

  /**
   * One path: its endpoints by method, and how it says that it refuses.
   *
   * @param quick whether its endpoints do not hold up the thread that calls them
   * @param expected what somebody may have meant who has come to it, where nothing is there
   */
  record Route(
      PathPattern pattern,
      Map<String, Endpoint> endpoints,
      ErrorWords errors,
      BooleanSupplier quick,
      Optional<String> expected) {

    boolean isQuick() {
      return quick.getAsBoolean();
    }

    /** Whether there is something to ask for, with whatever method. */
    boolean isServed() {
      return !endpoints.isEmpty();
    }

    /** As it was declared, so without anything that a request fills in. */
    String path() {
      return pattern.declared();
    }

    Optional<Endpoint> endpoint(String method) {
      Endpoint endpoint = endpoints.get(method);
      return Optional.ofNullable(
          endpoint == null && method.equals("HEAD") ? endpoints.get("GET") : endpoint);
    }

    String allowed() {
      return String.join(", ", endpoints.keySet());
    }
  }

  /** A route and what its template found in the path, percent-decoded. */
  record Match(Route route, Map<String, String> pathParameters) {}

  private final RouteTable table;
  private final ErrorWords errors;
  private final BooleanSupplier quick;
  private final Scope scope;

  /**
   * @param errors words for what no route answers
   * @param scope what all requests share that these routes answer
   */
  public Routes(ErrorWords errors, Scope scope) {
    this(new RouteTable(), errors, () -> false, scope);
  }

  private Routes(RouteTable table, ErrorWords errors, BooleanSupplier quick, Scope scope) {
    this.table = table;
    this.errors = errors;
    this.quick = quick;
    this.scope = scope;
  }

  /** The same table; what is added through the result refuses in these words. */
  public Routes refusingWith(ErrorWords words) {
    return new Routes(table, words, quick, scope);
  }

  /**
   * The same table; what is added through the result never holds up the thread that calls it, by
   * waiting or by much work, or may do so. The quick is answered by the thread that has read the
   * request, which spares waking another.
   */
  public Routes quick(boolean isQuick) {
    return new Routes(table, errors, () -> isQuick, scope);
  }

  /** The same table; what is added through the result is no longer quick before that is so. */
  public Routes quickOnce(BooleanSupplier made) {
    BooleanSupplier before = quick;
    return new Routes(table, errors, () -> before.getAsBoolean() && made.getAsBoolean(), scope);
  }

  public Routes get(String path, Endpoint endpoint) {
    return on("GET", path, endpoint);
  }

  public Routes post(String path, Endpoint endpoint) {
    return on("POST", path, endpoint);
  }

  /** Adds an endpoint for that method and path. */
  public Routes on(String method, String path, Endpoint endpoint) {
    Route route = table.declared(path).orElseGet(() -> added(path));
    if (route.endpoints().put(method, endpoint) != null) {
      throw new IllegalArgumentException(method + " " + path + " has two endpoints");
    }
    return this;
  }

  /**
   * Declares that nothing is there, which is refused with 404 in the words of these routes. Whoever
   * has an endpoint at the same path keeps it.
   *
   * @param expected what somebody may have meant, for the operator
   */
  public Routes nothing(String path, String expected) {
    if (table.declared(path).isEmpty()) {
      table.add(
          new Route(PathPattern.of(path), new TreeMap<>(), errors, quick, Optional.of(expected)));
    }
    return serving(expected);
  }

  /** Notes what an API serves, for the operator to read where somebody has the path wrong. */
  public Routes serving(String what) {
    table.note(what);
    return this;
  }

  /**
   * What would have been right instead of that path: what is near it, or else where the APIs are.
   */
  String expectedNear(String path) {
    return table.near(path);
  }

  private Route added(String path) {
    Route route = new Route(PathPattern.of(path), new TreeMap<>(), errors, quick, Optional.empty());
    table.add(route);
    return route;
  }

  Optional<Match> match(String path) {
    return table.match(path);
  }

  Scope scope() {
    return scope;
  }

  ErrorWords errors() {
    return errors;
  }
}
