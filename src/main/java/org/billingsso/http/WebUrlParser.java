package org.billingsso.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.billingsso.http.InvalidUrlException.Reason;

/** Reads one {@link WebUrl}, or finds the reason why it is none. */
final class WebUrlParser {
  private static final Pattern URL =
      Pattern.compile(
          "(https?)://([^/?#]+)([^?#]*)(?:\\?([^#]*))?(?:#(.*))?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[^\\]]*\\]|[^:\\[\\]]*)(?::(.*))?", Pattern.DOTALL);
  private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
  private static final int HIGHEST_PORT = 65_535;

  /** What RFC 3986 allows in a path, but for the escapes. */
  private static final String PATH = "-/A-Za-z0-9._~!$&'()*+,;=:@";

  /** The brackets are those of PHP's arrays. Browsers encode an apostrophe here. */
  private static final String QUERY = PATH.replace("'", "") + "?\\[\\]";

  private static final String FRAGMENT = PATH + "?";
  private static final String BROKEN_ESCAPE = "%(?![0-9A-Fa-f]{2})";
  private static final Pattern TO_ESCAPE_IN_PATH = othersThan(PATH);
  private static final Pattern TO_ESCAPE_IN_QUERY = othersThan(QUERY);
  private static final Pattern TO_ESCAPE_IN_FRAGMENT = othersThan(FRAGMENT);

  private static final Pattern BROKEN = Pattern.compile(BROKEN_ESCAPE);
  private static final Pattern SLASH = Pattern.compile("%2f", Pattern.CASE_INSENSITIVE);
  private static final Pattern DOTS = Pattern.compile("(?i)/(\\.|%2e){1,2}(?=/|$)");
  private static final Pattern DOTS_WITH_PARAMETERS = Pattern.compile("/\\.{1,2}(?=[/;]|$)");

  /** Neither in RFC 3986 nor encoded by browsers. */
  private static final String UNWISE_BUT_USUAL = "|";

  /** What stands for bytes that are no UTF-8. */
  private static final char UNDECODABLE = '\uFFFD';

  private final String text;
  private final Strictness strictness;

  WebUrlParser(String text, Strictness strictness) {
    this.text = text;
    this.strictness = strictness;
  }

  WebUrl url() {
    if (text.length() > strictness.longest()) {
      throw refused(Reason.TOO_LONG, Integer.toString(strictness.longest()));
    }
    checkCharacters();
    Matcher parts = URL.matcher(text);
    if (!parts.matches()) {
      throw refused(Reason.NOT_ABSOLUTE);
    }
    Origin origin = origin(parts.group(1), parts.group(2));
    String rest = text.substring(parts.end(2));
    if (strictness == Strictness.ORIGIN && !rest.isEmpty() && !rest.equals("/")) {
      throw refused(Reason.MORE_THAN_AN_ORIGIN, rest);
    }
    if (strictness == Strictness.BASE && parts.end(3) < text.length()) {
      throw refused(Reason.MORE_THAN_A_BASE, text.substring(parts.end(3)));
    }
    String path = parts.group(3).isEmpty() ? "/" : parts.group(3);
    if (strictness == Strictness.STRICT || strictness == Strictness.BASE) {
      checkStrictly(path, rest);
    }
    if (DOTS.matcher(path).find()) {
      throw refused(Reason.DOT_SEGMENT);
    }
    return new WebUrl(
        origin,
        escaped(path, TO_ESCAPE_IN_PATH),
        escaped(orEmpty(parts, 4), TO_ESCAPE_IN_QUERY),
        escaped(orEmpty(parts, 5), TO_ESCAPE_IN_FRAGMENT));
  }

  private void checkCharacters() {
    refuseAny(Reason.CONTROL_CHARACTER, text, Character::isISOControl);
    refuseAny(Reason.CHARACTER, text, c -> Character.getType(c) == Character.SURROGATE);
    if (text.indexOf('\\') >= 0) {
      throw refused(Reason.BACKSLASH);
    }
    if (strictness != Strictness.LENIENT) {
      refuseAny(Reason.CHARACTER, text, c -> !isOfUrls(c));
    } else if (!text.strip().equals(text)) {
      refuseAny(Reason.CHARACTER, text, Character::isWhitespace);
    }
  }

  private static boolean isOfUrls(int c) {
    return c < 0x80
        && (Character.isLetterOrDigit(c)
            || "-._~:/?#[]@!$&'()*+,;=%".indexOf(c) >= 0
            || UNWISE_BUT_USUAL.indexOf(c) >= 0);
  }

  private Origin origin(String scheme, String authority) {
    if (authority.indexOf('@') >= 0) {
      throw refused(Reason.USER_INFO);
    }
    Matcher parts = AUTHORITY.matcher(authority);
    if (!parts.matches()) {
      throw refused(Reason.HOST, authority);
    }
    String host =
        UrlHost.canonical(parts.group(1)).orElseThrow(() -> refused(Reason.HOST, parts.group(1)));
    String lowerScheme = scheme.toLowerCase(Locale.ROOT);
    String port = parts.group(2);
    if (port == null) {
      return new Origin(lowerScheme, host, Origin.usualPort(lowerScheme));
    }
    if (!PORT.matcher(port).matches() || Integer.parseInt(port) > HIGHEST_PORT) {
      throw refused(Reason.PORT, port);
    }
    return new Origin(lowerScheme, host, Integer.parseInt(port));
  }

  /** Whether every program finds the same page under the path, whatever it decodes. */
  private void checkStrictly(String path, String rest) {
    if (BROKEN.matcher(rest).find()) {
      throw refused(Reason.BROKEN_ESCAPE);
    }
    refuseAny(
        Reason.HIDDEN_CHARACTER,
        decoded(rest),
        c -> Character.isISOControl(c) || c == '\\' || c == UNDECODABLE);
    if (SLASH.matcher(path).find()) {
      throw refused(Reason.ENCODED_SLASH);
    }
    if (path.contains("%25")) {
      throw refused(Reason.ENCODED_PERCENT_SIGN);
    }
    if (path.contains("//")) {
      throw refused(Reason.EMPTY_SEGMENT);
    }
    if (DOTS_WITH_PARAMETERS.matcher(decoded(path)).find()) {
      throw refused(Reason.DOT_SEGMENT);
    }
  }

  private void refuseAny(Reason reason, String where, IntPredicate isRefused) {
    OptionalInt found = where.codePoints().filter(isRefused).findFirst();
    if (found.isPresent()) {
      throw InvalidUrlException.character(text, reason, found.getAsInt());
    }
  }

  private InvalidUrlException refused(Reason reason) {
    return new InvalidUrlException(text, reason);
  }

  private InvalidUrlException refused(Reason reason, String seen) {
    return new InvalidUrlException(text, reason, seen);
  }

  private static Pattern othersThan(String allowed) {
    return Pattern.compile("[^" + allowed + "%]+|" + BROKEN_ESCAPE);
  }

  private static String escaped(String part, Pattern toEscape) {
    return toEscape
        .matcher(part)
        .replaceAll(
            odd -> URLEncoder.encode(odd.group(), StandardCharsets.UTF_8).replace("+", "%20"));
  }

  private static String decoded(String escaped) {
    return URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String orEmpty(Matcher parts, int group) {
    String part = parts.group(group);
    return part == null ? "" : part;
  }
}
