package org.billingsso.twocheckout;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

  /** The URL in the text; empty where it is none that can be trusted. A fragment is dropped. */
  static Optional<PageUrl> parse(String text) {
    if (text.length() > LONGEST || text.contains(" ") || hasSurprise(text)) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(text);
      if (uri.getRawUserInfo() != null || hasSurprise(decoded(text))) {
        return Optional.empty();
      }
      PageUrl url =
          new PageUrl(
              Origin.of(uri),
              uri.getRawPath().isEmpty() ? "/" : uri.getRawPath(),
              uri.getRawQuery() == null ? "" : uri.getRawQuery());
      return url.leavesItsPath() ? Optional.empty() : Optional.of(url.withoutToken());
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

  private PageUrl withoutToken() {
    String others =
        Arrays.stream(query.split("&", -1))
            .filter(parameter -> !parameter.startsWith(TOKEN_PARAMETER + "="))
            .collect(Collectors.joining("&"));
    return new PageUrl(origin, path, others);
  }

  /** Whether a segment, however it is written, goes up. */
  private boolean leavesItsPath() {
    return Arrays.stream(decoded(path).split("/", -1))
        .map(segment -> segment.replaceFirst(";.*", ""))
        .anyMatch(segment -> segment.equals("..") || segment.equals("."));
  }

  private static boolean hasSurprise(String text) {
    return text.chars().anyMatch(c -> Character.isISOControl(c) || c == '\\');
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
