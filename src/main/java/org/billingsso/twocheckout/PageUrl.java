package org.billingsso.twocheckout;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.billingsso.http.Origin;
import org.billingsso.http.PercentEncoding;
import org.billingsso.http.Strictness;
import org.billingsso.http.WebUrl;
import org.billingsso.signon.Token;

/**
 * The URL of a page that a login link is to lead to, as a back end gives it. It has no token, and
 * nothing that makes one program take it for another page than the next one does.
 */
record PageUrl(WebUrl url) {
  /** The query parameter that a login link's token travels in. */
  static final String TOKEN_PARAMETER = "logintoken";

  private static final List<String> CONTROL_PANEL = List.of("/partners", "/cpanel");

  /**
   * Reads a page's URL.
   *
   * @throws org.billingsso.http.InvalidUrlException where it is none that can be trusted
   */
  static PageUrl parse(String text) {
    WebUrl url = WebUrl.parse(text, Strictness.STRICT);
    return new PageUrl(url.withQuery(withoutToken(url.query())));
  }

  Origin origin() {
    return url.origin();
  }

  /** The same page by its path below that base, which the URL may have or not. */
  PageUrl below(String base) {
    String path = url.path();
    if (!path.equals(base) && !path.startsWith(base + "/")) {
      return this;
    }
    String below = path.substring(base.length());
    return new PageUrl(
        new WebUrl(url.origin(), below.isEmpty() ? "/" : below, url.query(), url.fragment()));
  }

  /** Whether it is a page of the partner control panel. */
  boolean isOfControlPanel() {
    return CONTROL_PANEL.stream()
        .anyMatch(root -> url.path().equals(root) || url.path().startsWith(root + "/"));
  }

  /** Path and query: the same page on any origin. */
  String target() {
    return url.target();
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
    return url.query().isEmpty() ? url.path() + "?" + MyAccountPage.inLanguage(language) : target();
  }

  private static String withoutToken(String query) {
    return Arrays.stream(query.split("&", -1))
        .filter(parameter -> !nameOf(parameter).equalsIgnoreCase(TOKEN_PARAMETER))
        .collect(Collectors.joining("&"));
  }

  private static String nameOf(String parameter) {
    String encoded = parameter.split("=", 2)[0];
    return PercentEncoding.decodeForm(encoded).orElse(encoded);
  }
}
