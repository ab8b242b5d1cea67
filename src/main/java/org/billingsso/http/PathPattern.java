package org.billingsso.http;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path as a route declares it. Each is compiled once, whatever the number of tables that have it:
 * there are as many tables as worlds.
 */
final class PathPattern {

  /** The ways to declare a path, in the order in which they are tried. */
  enum Form {
    /** That very path. */
    LITERAL,
    /** Such as {@code /tokens/{id}}, where a name in braces stands for one segment. */
    TEMPLATE,
    /** A regular expression, which begins with {@code ^}. */
    EXPRESSION,
    /** Such as {@code /tokens/*}: that path without the end, and all below it. */
    PREFIX
  }

  private static final ConcurrentMap<String, PathPattern> KNOWN = new ConcurrentHashMap<>();
  private static final String ALL_BELOW = "/*";

  /** Expressions in which the first segment is told, with nothing after it that makes it longer. */
  private static final Pattern TOLD =
      Pattern.compile("\\^(?:\\(\\?i\\))?/([A-Za-z0-9_-]+)(?:/\\?\\$|/[^?*+{|].*)");

  private final String declared;
  private final Form form;
  private final Pattern expression;
  private final List<String> segments;
  private final Optional<String> firstSegment;

  private PathPattern(String declared) {
    this.declared = declared;
    if (declared.startsWith("^")) {
      form = Form.EXPRESSION;
      firstSegment = ofExpression(declared);
    } else {
      boolean template = declared.contains("{");
      form = declared.endsWith(ALL_BELOW) ? Form.PREFIX : template ? Form.TEMPLATE : Form.LITERAL;
      String first = firstSegment(declared);
      firstSegment =
          first.startsWith("{") || first.startsWith("*") ? Optional.empty() : Optional.of(first);
    }
    // A dot is any character, so that none ends what a path may have.
    expression = Pattern.compile(form == Form.EXPRESSION ? declared : "", Pattern.DOTALL);
    segments = Arrays.asList(declared.substring(1).split("/", -1));
  }

  /** The pattern that is declared so. */
  static PathPattern of(String declared) {
    return KNOWN.computeIfAbsent(declared, PathPattern::new);
  }

  /** The first segment of a path, by which patterns are found: in lower case. */
  static String firstSegment(String path) {
    int end = path.indexOf('/', 1);
    String segment = path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
    return segment.toLowerCase(Locale.ROOT);
  }

  String declared() {
    return declared;
  }

  Form form() {
    return form;
  }

  /** The first segment of all paths that match, in lower case; empty where there are several. */
  Optional<String> firstSegment() {
    return firstSegment;
  }

  /**
   * The part that decides between two of the same form: templates that tell a segment come before
   * those that do not, and longer prefixes before shorter ones.
   */
  int compareWithin(PathPattern other) {
    return switch (form) {
      case TEMPLATE -> told().compareTo(other.told());
      case PREFIX -> Integer.compare(other.declared.length(), declared.length());
      case LITERAL, EXPRESSION -> 0;
    };
  }

  /** What the path has in place of the template's names, decoded; empty where it does not match. */
  Optional<Map<String, String>> match(String path) {
    return switch (form) {
      case LITERAL -> matching(path.equals(declared));
      case TEMPLATE -> template(path);
      case EXPRESSION -> matching(expression.matcher(path).matches());
      case PREFIX -> matching(isBelow(path));
    };
  }

  private static Optional<Map<String, String>> matching(boolean matches) {
    return matches ? Optional.of(Map.of()) : Optional.empty();
  }

  private boolean isBelow(String path) {
    int length = declared.length() - ALL_BELOW.length();
    return path.regionMatches(0, declared, 0, length)
        && (path.length() == length || path.charAt(length) == '/');
  }

  private Optional<Map<String, String>> template(String path) {
    Map<String, String> found = new HashMap<>(2);
    int from = 1;
    for (String segment : segments) {
      if (from > path.length()) {
        return Optional.empty();
      }
      int slash = path.indexOf('/', from);
      int to = slash < 0 ? path.length() : slash;
      if (segment.startsWith("{")) {
        // Decodes what a whole path keeps encoded, because there it would mean something else.
        Optional<String> value = PercentEncoding.decode(path.substring(from, to));
        if (value.isEmpty() || value.get().isEmpty()) {
          return Optional.empty();
        }
        found.put(segment.substring(1, segment.length() - 1), value.get());
      } else if (to - from != segment.length()
          || !path.regionMatches(from, segment, 0, segment.length())) {
        return Optional.empty();
      }
      from = to + 1;
    }
    return from == path.length() + 1 ? Optional.of(found) : Optional.empty();
  }

  /** For each segment, whether the template leaves it open. */
  private String told() {
    StringBuilder open = new StringBuilder();
    segments.forEach(segment -> open.append(segment.startsWith("{") ? '1' : '0'));
    return open.toString();
  }

  private static Optional<String> ofExpression(String declared) {
    Matcher told = TOLD.matcher(declared);
    return told.matches() && !hasAlternatives(declared)
        ? Optional.of(told.group(1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** Whether the whole expression is one of several, rather than a part in parentheses. */
  private static boolean hasAlternatives(String expression) {
    int depth = 0;
    for (int i = 0; i < expression.length(); i++) {
      char each = expression.charAt(i);
      if (each == '|' && depth == 0) {
        return true;
      }
      depth += each == '(' ? 1 : each == ')' ? -1 : 0;
    }
    return false;
  }

  @Override
  public String toString() {
    return declared;
  }
}
