package org.billingsso.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * An absolute http or https URL that came from outside, in a form that a browser, a server and we
 * read alike: printable ASCII, without user information, backslashes and dot segments. All URLs
 * that back ends, integrators and operators name are read here.
 *
 * @param origin where it leads
 * @param path percent-encoded; at least a slash
 * @param query percent-encoded, without the question mark; empty where there is none
 * @param fragment percent-encoded, without the hash; empty where there is none
 * @see <a href="https://url.spec.whatwg.org/#url-parsing">URL Standard, 4.4 URL parsing</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-3">RFC 3986, 3 Syntax Components</a>
 */
public record WebUrl(Origin origin, String path, String query, String fragment) {

  /**
   * Reads an absolute URL. Reading the text of what this answers answers the same.
   *
   * @throws InvalidUrlException where it is none, or where a browser would make something else of
   *     it
   */
  public static WebUrl parse(String text, Strictness strictness) {
    return new WebUrlParser(text, strictness).url();
  }

  /** Path and query: the same page on any origin. */
  public String target() {
    return query.isEmpty() ? path : path + "?" + query;
  }

  /** The URL with one more parameter in its query. */
  public WebUrl with(String name, String value) {
    String joint = query.isEmpty() || query.endsWith("&") ? "" : "&";
    String escaped = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    return withQuery(query + joint + name + "=" + escaped);
  }

  /** The URL with another query. */
  public WebUrl withQuery(String other) {
    return new WebUrl(origin, path, other, fragment);
  }

  /** The whole URL, for a {@code Location} header. */
  public String text() {
    return origin + target() + (fragment.isEmpty() ? "" : "#" + fragment);
  }

  @Override
  public String toString() {
    return text();
  }
}
