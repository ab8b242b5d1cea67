package org.billingsso.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.billingsso.http.PathPattern.Form;
import org.billingsso.http.Routes.Match;
import org.billingsso.http.Routes.Route;

/**
 * Finds the route of a path at the same price whatever was asked for before: a literal path by
 * itself, others among the few that share its first segment.
 */
final class RouteTable {
  private static final Comparator<PathPattern> PRECEDENCE =
      Comparator.comparing(PathPattern::form).thenComparing(PathPattern::compareWithin);

  private static final int MOST_NEAR = 6;

  private final Map<String, Route> declared = new HashMap<>();
  private final Set<String> notes = new LinkedHashSet<>();

  /** In order of precedence; those with any first segment are in each list. */
  private final Map<String, List<Route>> byFirstSegment = new HashMap<>();

  private final List<Route> withAnyFirstSegment = new ArrayList<>();

  /** The route that is declared so. */
  Optional<Route> declared(String path) {
    return Optional.ofNullable(declared.get(path));
  }

  void add(Route route) {
    PathPattern pattern = route.pattern();
    declared.put(pattern.declared(), route);
    if (pattern.form() == Form.LITERAL) {
      return;
    }
    if (pattern.firstSegment().isPresent()) {
      insert(
          route,
          byFirstSegment.computeIfAbsent(
              pattern.firstSegment().get(), segment -> new ArrayList<>(withAnyFirstSegment)));
    } else {
      insert(route, withAnyFirstSegment);
      byFirstSegment.values().forEach(routes -> insert(route, routes));
    }
  }

  void note(String served) {
    notes.add(served);
  }

  /** The nearest routes that share the path's first segment; where there are none, all notes. */
  String near(String path) {
    String segment = PathPattern.firstSegment(path);
    List<String> near =
        declared.values().stream()
            .filter(Route::isServed)
            .filter(route -> route.pattern().form().compareTo(Form.EXPRESSION) < 0)
            .filter(route -> route.pattern().firstSegment().filter(segment::equals).isPresent())
            .sorted(
                Comparator.comparingInt((Route route) -> -shared(route.path(), path))
                    .thenComparing(Route::path))
            .limit(MOST_NEAR)
            .map(route -> route.allowed() + " " + route.path())
            .toList();
    return String.join("; ", near.isEmpty() ? notes : near);
  }

  /** How many characters both begin with. */
  private static int shared(String one, String other) {
    int mismatch = Arrays.mismatch(one.toCharArray(), other.toCharArray());
    return mismatch < 0 ? one.length() : mismatch;
  }

  private static void insert(Route route, List<Route> routes) {
    routes.add(route);
    routes.sort(Comparator.comparing(Route::pattern, PRECEDENCE));
  }

  Optional<Match> match(String path) {
    Route literal = declared.get(path);
    if (literal != null && literal.pattern().form() == Form.LITERAL) {
      return Optional.of(new Match(literal, Map.of()));
    }
    for (Route route :
        byFirstSegment.getOrDefault(PathPattern.firstSegment(path), withAnyFirstSegment)) {
      Optional<Map<String, String>> parameters = route.pattern().match(path);
      if (parameters.isPresent()) {
        return Optional.of(new Match(route, parameters.get()));
      }
    }
    return Optional.empty();
  }
}
