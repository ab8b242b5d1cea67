package org.billingsso.config;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What must be true across a section of the directory beyond the type of each value. Paths are
 * those of {@link YamlNode#select}; a scope is where two values are compared with each other.
 */
public sealed interface Rule {

  /** What the rule has against the section whose root this is. */
  Stream<Problem> check(YamlNode section);

  /** No value of these paths comes twice within a scope. */
  static Unique unique(String scope, String... paths) {
    return new Unique(scope, List.of(paths), UnaryOperator.identity());
  }

  /** Every value of a path is among those of another, within a scope. */
  static Known known(String scope, String path, String among, String message) {
    return new Known(scope, path, among, UnaryOperator.identity(), message);
  }

  /** Every value of a path has a form. */
  static Matching matching(String path, String form, String message) {
    return new Matching(path, Pattern.compile(form), message);
  }

  private static String ignoringCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /**
   * No value comes twice.
   *
   * @param form in which values are compared
   */
  record Unique(String scope, List<String> paths, UnaryOperator<String> form) implements Rule {

    /** The same for values that are equal in any letter case. */
    public Unique ignoringCase() {
      return new Unique(scope, paths, Rule::ignoringCase);
    }

    @Override
    public Stream<Problem> check(YamlNode section) {
      return section.select(scope).flatMap(this::repeatedIn);
    }

    private Stream<Problem> repeatedIn(YamlNode within) {
      Map<String, YamlNode> first = new HashMap<>();
      return paths.stream()
          .flatMap(within::select)
          .filter(node -> node.text().isPresent())
          .flatMap(
              node -> {
                YamlNode earlier = first.putIfAbsent(form.apply(node.text().get()), node);
                return earlier == null
                    ? Stream.empty()
                    : Stream.of(
                        node.problem(
                            "is the same as %s in line %d"
                                .formatted(earlier.path(), earlier.line())));
              });
    }
  }

  /**
   * Whoever is named exists.
   *
   * @param form in which values are compared
   */
  record Known(String scope, String path, String among, UnaryOperator<String> form, String message)
      implements Rule {

    /** The same for values that are equal in any letter case. */
    public Known ignoringCase() {
      return new Known(scope, path, among, Rule::ignoringCase, message);
    }

    @Override
    public Stream<Problem> check(YamlNode section) {
      return section.select(scope).flatMap(this::strangersIn);
    }

    private Stream<Problem> strangersIn(YamlNode within) {
      Set<String> known =
          within.select(among).flatMap(node -> node.text().map(form).stream()).collect(toSet());
      return within
          .select(path)
          .filter(node -> node.text().map(form).filter(text -> !known.contains(text)).isPresent())
          .map(node -> node.problem(message));
    }
  }

  /** Every value has a form. */
  record Matching(String path, Pattern form, String message) implements Rule {

    @Override
    public Stream<Problem> check(YamlNode section) {
      return section
          .select(path)
          .filter(node -> node.text().filter(text -> !form.matcher(text).matches()).isPresent())
          .map(node -> node.problem(message));
    }
  }
}
