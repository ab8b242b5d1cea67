package org.billingsso.chargebee;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.billingsso.http.Origin;
import org.billingsso.portal.Destination;

/**
 * An absolute http or https URL to which a browser may be sent, in a form that every browser reads
 * as we do: in ASCII, without user information, backslashes and control characters.
 *
 * @param origin where it leads
 * @param text the URL, for a {@code Location} header
 */
record WebUrl(Origin origin, String text) {
  private static final Pattern FORM = Pattern.compile("(?i)https?://[^/?#].*");
  private static final Pattern UNUSABLE = Pattern.compile("[\\p{Cntrl}\\\\]");
  private static final Pattern TO_ESCAPE =
      Pattern.compile("[^A-Za-z0-9._~!$&'()*+,;=:@/?#%\\[\\]-]+|%(?![0-9A-Fa-f]{2})");

  /** The URL; empty where it is none or not one of these. Spaces and the like become escapes. */
  static Optional<WebUrl> parse(String text) {
    if (!FORM.matcher(text).matches() || UNUSABLE.matcher(text).find()) {
      return Optional.empty();
    }
    String escaped = TO_ESCAPE.matcher(text).replaceAll(odd -> escape(odd.group()));
    try {
      URI uri = new URI(escaped);
      return uri.getRawUserInfo() == null
          ? Optional.of(new WebUrl(Origin.of(uri), escaped))
          : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException notAUrl) {
      return Optional.empty();
    }
  }

  /** The URL with one more parameter in its query. */
  WebUrl with(String name, String value) {
    int hash = text.indexOf('#');
    String base = hash < 0 ? text : text.substring(0, hash);
    String fragment = hash < 0 ? "" : text.substring(hash);
    String separator =
        !base.contains("?") ? "?" : base.endsWith("?") || base.endsWith("&") ? "" : "&";
    return new WebUrl(origin, base + separator + name + "=" + escape(value) + fragment);
  }

  Destination destination() {
    return Destination.trusted(URI.create(text));
  }

  private static String escape(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
