package org.billingsso.portal;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.billingsso.http.Answer;
import org.billingsso.http.Exchange;
import org.billingsso.http.HttpError;
import org.billingsso.http.PercentEncoding;
import org.billingsso.http.WebUrl;

/** Where a browser is sent: a page of ours, or a URL that a back end or the directory gave. */
public final class Destination {
  private final String location;
  private final boolean ours;

  private Destination(String location, boolean ours) {
    this.location = location;
    this.ours = ours;
  }

  /**
   * A page of ours, by its path below the base.
   *
   * @throws IllegalArgumentException where a browser would take that for another origin
   */
  public static Destination page(String pathAndQuery) {
    if (!staysHere(pathAndQuery)) {
      throw new IllegalArgumentException("Must begin with one slash and have no odd characters");
    }
    return new Destination(pathAndQuery, true);
  }

  /**
   * The very page that was asked for, without one parameter of its query, in any letter case. The
   * others are kept as they were sent.
   *
   * @throws HttpError 404 where that is no page of ours
   */
  public static Destination sameWithout(Exchange request, String parameter) {
    String query =
        Arrays.stream(request.rawQuery().split("&", -1))
            .filter(pair -> !pair.isEmpty() && !name(pair).equalsIgnoreCase(parameter))
            .collect(Collectors.joining("&"));
    String location = request.encodedPath() + (query.isEmpty() ? "" : "?" + query);
    if (!staysHere(location)) {
      throw new HttpError(404);
    }
    return new Destination(location, true);
  }

  /** A URL from somebody whom the gateway trusts, never from the browser itself. */
  public static Destination trusted(WebUrl url) {
    return new Destination(url.text(), false);
  }

  /** {@code 303 See Other}: the browser goes there with a GET, and does not say from where. */
  public Answer redirect(Exchange request) {
    return Answer.status(303)
        .with("Location", ours ? request.base() + location : location)
        .notStored()
        .with("Referrer-Policy", "no-referrer");
  }

  @Override
  public String toString() {
    return location;
  }

  private static boolean staysHere(String location) {
    return location.startsWith("/")
        && !location.startsWith("//")
        && location.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
  }

  private static String name(String pair) {
    int equals = pair.indexOf('=');
    String encoded = equals < 0 ? pair : pair.substring(0, equals);
    return PercentEncoding.decodeForm(encoded).orElse(encoded);
  }
}
