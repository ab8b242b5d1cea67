package org.billingsso.twocheckout;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.billingsso.http.Origin;
import org.billingsso.signon.Token;

/**
 * The URL of a page as a back end gives it: absolute, without user name, and without anything that
 * makes one program take it for another page than the next one does.
 *
 * @param origin where the page lives
 * @param path percent-encoded, absolute
 * @param query percent-encoded; empty where there is none
 */
record PageUrl(Origin origin, String path, String query) {
  /** The query parameter that a login link's token travels in. */
  static final String TOKEN_PARAMETER = "logintoken";

  private static final int LONGEST = 2_000;
  private static final List<String> CONTROL_PANEL = List.of("/partners", "/cpanel");

  /** What some programs take for a slash or decode twice, and others don't. */
  private static final Pattern AMBIGUOUS = Pattern.compile("%2[fF5]|//");

  /** What stands for bytes that are no UTF-8. */
  private static final char UNDECODABLE = '\uFFFD';

  /** The URL in the text; empty where it is none that can be trusted. A fragment is dropped. */
  static Optional<PageUrl> parse(String text) {
    if (text.length() > LONGEST || !isPrintableAscii(text)) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text);
      if (uri.getRawUserInfo() != null || hidesSurprise(text)) {
        return Optional.empty();
      }
      PageUrl url =
          new PageUrl(
              Origin.of(uri),
              uri.getRawPath().isEmpty() ? "/" : uri.getRawPath(),
              uri.getRawQuery() == null ? "" : uri.getRawQuery());
      return url.hasClearPath() ? Optional.of(url.withoutToken()) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException notAUrl) {
      return Optional.empty();
    }
  }

  /** Whether it is a page of the partner control panel. */
  boolean isOfControlPanel() {
    return CONTROL_PANEL.stream()
        .anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
  }

  /** Path and query: the same page on any origin. */
  String target() {
    return query.isEmpty() ? path : path + "?" + query;
  }

  /** The target with a token behind its own parameters. */
  static String withToken(String target, Token token) {
    String joint = target.contains("?") ? "&" : "?";
    return target + joint + TOKEN_PARAMETER + "=" + token.value();
  }

  /**
   * The target for a token to be added to: with the language where it has no parameter of its own,
   * so that the token is never the first.
   */
  String targetIn(String language) {
    return query.isEmpty() ? path + "?" + MyAccountPage.inLanguage(language) : target();
  }

  private PageUrl withoutToken() {
    String others =
        Arrays.stream(query.split("&", -1))
            .filter(parameter -> !decoded(nameOf(parameter)).equalsIgnoreCase(TOKEN_PARAMETER))
            .collect(Collectors.joining("&"));
    return new PageUrl(origin, path, others);
  }

  private static String nameOf(String parameter) {
    return parameter.split("=", 2)[0];
  }

  /** Whether every program finds the same page under the path: no segment of it goes up. */
  private boolean hasClearPath() {
    return !AMBIGUOUS.matcher(path).find()
        && Arrays.stream(decoded(path).split("/", -1))
            .map(segment -> segment.replaceFirst(";.*", ""))
            .noneMatch(segment -> segment.equals("..") || segment.equals("."));
  }

  private static boolean isPrintableAscii(String text) {
    return text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  /** Whether something is percent-encoded that has no place in a URL. */
  private static boolean hidesSurprise(String text) {
    return decoded(text)
        .chars()
        .anyMatch(c -> Character.isISOControl(c) || c == '\\' || c == UNDECODABLE);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
