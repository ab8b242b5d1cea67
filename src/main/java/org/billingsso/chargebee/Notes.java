package org.billingsso.chargebee;

import java.util.Map;
import java.util.Optional;
import org.billingsso.http.Strictness;
import org.billingsso.http.WebUrl;
import org.billingsso.signon.LoginLink;

/** What a link of the API has noted for later. */
final class Notes {
  private static final String REDIRECT_URL = "redirect-url";

  private Notes() {}

  static Map<String, String> of(Optional<WebUrl> redirectUrl) {
    return redirectUrl.map(url -> Map.of(REDIRECT_URL, url.text())).orElse(Map.of());
  }

  /** Where the browser goes after it has signed out. */
  static Optional<WebUrl> redirectUrl(LoginLink link) {
    return Optional.ofNullable(link.notes().get(REDIRECT_URL))
        .map(text -> WebUrl.parse(text, Strictness.LENIENT));
  }
}
