package org.billingsso.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.jetty.http.pathmap.MatchedResource;
import org.eclipse.jetty.http.pathmap.PathMappings;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.http.pathmap.RegexPathSpec;
import org.eclipse.jetty.http.pathmap.ServletPathSpec;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;

/**
 * Which endpoint answers which path and method. A path is a template such as {@code /tokens/{id}},
 * or ends in {@code /*} for all below it, or is a regular expression that begins with {@code ^}.
 * What ends in {@code /*} comes last, so that every other route can take paths out of it. A {@code
 * HEAD} goes where {@code GET} goes unless it has a route of its own.
 */
public final class Routes {

  /**
   * One path: its endpoints by method, and how it says that it refuses.
   *
   * @param path as it was declared, so without anything that a request fills in
   * @param quick whether its endpoints never hold up the thread that calls them
   */
  record Route(String path, Map<String, Endpoint> endpoints, ErrorWords errors, boolean quick) {

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

  private static final int MOST_KNOWN_PATHS = 1_000;

  private final PathMappings<Route> paths;
  private final PathMappings<Route> prefixes;
  private final ErrorWords errors;
  private final boolean quick;
  private final Scope scope;

  /** Where paths led that hold no parameters, which saves trying each route's expression. */
  private final ConcurrentMap<String, Match> known = new ConcurrentHashMap<>();

  /**
   * @param errors words for what no route answers
   * @param scope what all requests share that these routes answer
   */
  public Routes(ErrorWords errors, Scope scope) {
    this(new PathMappings<>(), new PathMappings<>(), errors, false, scope);
  }

  private Routes(
      PathMappings<Route> paths,
      PathMappings<Route> prefixes,
      ErrorWords errors,
      boolean quick,
      Scope scope) {
    this.paths = paths;
    this.prefixes = prefixes;
    this.errors = errors;
    this.quick = quick;
    this.scope = scope;
  }

  /** The same table; what is added through the result refuses in these words. */
  public Routes refusingWith(ErrorWords words) {
    return new Routes(paths, prefixes, words, quick, scope);
  }

  /**
   * The same table; what is added through the result never holds up the thread that calls it, by
   * waiting or by much work, or may do so. The quick is answered by the thread that has read the
   * request, which spares waking another.
   */
  public Routes quick(boolean isQuick) {
    return new Routes(paths, prefixes, errors, isQuick, scope);
  }

  public Routes get(String path, Endpoint endpoint) {
    return on("GET", path, endpoint);
  }

  public Routes post(String path, Endpoint endpoint) {
    return on("POST", path, endpoint);
  }

  /** Adds an endpoint for that method and path. */
  public Routes on(String method, String path, Endpoint endpoint) {
    PathSpec spec = spec(path);
    PathMappings<Route> mappings = spec instanceof ServletPathSpec ? prefixes : paths;
    Route route = mappings.get(spec);
    if (route == null) {
      route = new Route(path, new TreeMap<>(), errors, quick);
      mappings.put(spec, route);
    }
    if (route.endpoints().put(method, endpoint) != null) {
      throw new IllegalArgumentException(method + " " + path + " has two endpoints");
    }
    return this;
  }

  Optional<Match> match(String path) {
    Match before = known.get(path);
    if (before != null) {
      return Optional.of(before);
    }
    Optional<Match> match = search(path);
    if (known.size() < MOST_KNOWN_PATHS) {
      match
          .filter(found -> found.pathParameters().isEmpty())
          .ifPresent(found -> known.put(path, found));
    }
    return match;
  }

  private Optional<Match> search(String path) {
    MatchedResource<Route> exact = paths.getMatched(path);
    MatchedResource<Route> matched = exact == null ? prefixes.getMatched(path) : exact;
    if (matched == null) {
      return Optional.empty();
    }
    Map<String, String> parameters = new HashMap<>();
    if (matched.getPathSpec() instanceof UriTemplatePathSpec template) {
      for (Map.Entry<String, String> encoded : template.getPathParams(path).entrySet()) {
        // Decodes what a whole path keeps encoded, because there it would mean something else.
        Optional<String> value = PercentEncoding.decode(encoded.getValue());
        if (value.isEmpty()) {
          return Optional.empty();
        }
        parameters.put(encoded.getKey(), value.get());
      }
    }
    return Optional.of(new Match(matched.getResource(), parameters));
  }

  Scope scope() {
    return scope;
  }

  ErrorWords errors() {
    return errors;
  }

  private static PathSpec spec(String path) {
    if (path.startsWith("^")) {
      return new RegexPathSpec(path);
    }
    return path.endsWith("*") ? new ServletPathSpec(path) : new UriTemplatePathSpec(path);
  }
}
