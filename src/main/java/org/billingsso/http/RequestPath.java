package org.billingsso.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.billingsso.journal.Diagnosis;

/**
 * The path of a request in the one form that routes are found by: its segments decoded, without
 * empty ones but at the end, and without dot segments. A slash or a percent sign that was escaped
 * stays so ({@code %2F}, {@code %25}), since it is part of a segment. What other servers keep is
 * kept, so a semicolon begins no parameters. Where two servers may read a path in two ways it is
 * refused, so that a proxy's rules for one path are never those for another.
 *
 * @param text that form; of a refused path, what can be read of it
 * @param refusal why the path is refused, if it is
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2">RFC 3986, 6.2.2 Syntax-Based
 *     Normalization</a>
 */
record RequestPath(String text, Optional<HttpError> refusal) {
  private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2}).{0,2}");
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?=.{1,20}$)(?:\\*|[A-Za-z]+(?:[._-][A-Za-z]+)*|[vV]?[0-9]{1,3}(?:\\.[0-9]{1,3})?)");
  private static final int MOST_SHOWN = 8;
  private static final String HIDDEN = "…";
  private static final String NOT_A_PATH = "*";

  /** What stands in a path for itself: RFC 3986, section 3.3, with the escapes that are left. */
  private static final BitSet KEPT = new BitSet();

  static {
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/%"
        .chars()
        .forEach(KEPT::set);
  }

  /**
   * Reads the path.
   *
   * @param sent as it was sent, without a query; where it does not begin with a slash, such as that
   *     of {@code OPTIONS *}, it is one that nothing has
   */
  static RequestPath of(String sent) {
    if (!sent.startsWith("/")) {
      return new RequestPath(NOT_A_PATH, Optional.empty());
    }
    return sent.contains("%") || sent.contains("//") || sent.contains("/.")
        ? new Reading(sent).path()
        : new RequestPath(sent, Optional.empty());
  }

  /** The same as it may stand in a URL. */
  String encoded() {
    StringBuilder encoded = new StringBuilder(text.length());
    for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
      if (KEPT.get(unit & 0xFF)) {
        encoded.append((char) unit);
      } else {
        encoded.append("%%%02X".formatted(unit));
      }
    }
    return encoded.toString();
  }

  /**
   * The same as it may stand in a log: a segment is there only where it is short and a plain word
   * or a version, so that no token is.
   */
  String shown() {
    List<String> shown = new ArrayList<>();
    for (String segment : text.split("/", -1)) {
      if (shown.size() == MOST_SHOWN) {
        shown.add(HIDDEN);
        break;
      }
      shown.add(segment.isEmpty() || PLAIN.matcher(segment).matches() ? segment : HIDDEN);
    }
    return String.join("/", shown);
  }

  /** Goes through the segments once. */
  private static final class Reading {
    private final List<String> segments = new ArrayList<>();
    private Optional<HttpError> refusal = Optional.empty();
    private boolean endsInSlash;

    Reading(String sent) {
      for (String segment : sent.substring(1).split("/", -1)) {
        endsInSlash = segment.isEmpty() || segment.equals(".") || segment.equals("..");
        if (segment.equals("..")) {
          leave();
        } else if (!endsInSlash) {
          segments.add(escaped(read(segment)));
        }
      }
    }

    RequestPath path() {
      String text = "/" + String.join("/", segments);
      return new RequestPath(endsInSlash && !segments.isEmpty() ? text + "/" : text, refusal);
    }

    private void leave() {
      if (segments.isEmpty()) {
        refuse("The path leads out of this server", "..", "at most as many .. as segments before");
      } else {
        segments.remove(segments.size() - 1);
      }
    }

    /** The text of a segment, or the segment as it was sent where that is refused. */
    private String read(String segment) {
      Optional<String> decoded = PercentEncoding.decode(segment);
      if (decoded.isEmpty()) {
        Matcher bad = BAD_ESCAPE.matcher(segment);
        if (bad.find()) {
          refuse(
              "The path has a percent sign without two hexadecimal digits after it",
              bad.group(),
              "%25 for the sign itself");
        } else {
          refuse("The path has escapes that are not UTF-8", "a segment of such", "UTF-8");
        }
        return segment;
      }
      String text = decoded.get();
      if (text.equals(".") || text.equals("..")) {
        refuse("The path has a dot segment in escapes", segment, "a path without dot segments");
        return segment;
      }
      if (text.indexOf('\0') >= 0) {
        refuse("The path has the character NUL", "%00", "a path without it");
        return segment;
      }
      return text;
    }

    private void refuse(String message, String seen, String expected) {
      if (refusal.isEmpty()) {
        Diagnosis why = Diagnosis.of("the path cannot be read in one way").seen(seen);
        refusal = Optional.of(new HttpError(400, message).because(why.expected(expected)));
      }
    }

    private static String escaped(String segment) {
      return segment.replace("%", "%25").replace("/", "%2F");
    }
  }
}
