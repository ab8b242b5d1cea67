package org.billingsso.http;

import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;

/**
 * Reads the cookies that a browser sends, as servers do: what is no cookie is passed over.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265#section-4.2.1">RFC 6265, 4.2.1 The Cookie
 *     Header</a>
 */
final class Cookies {
  /** More than browsers keep of one host. */
  static final int MOST_COOKIES = 300;

  private Cookies() {}

  /** The value of the first cookie of that name among the first {@link #MOST_COOKIES}. */
  static Optional<String> first(String name, HttpFields headers) {
    int cookies = 0;
    for (String field : headers.getValuesList("Cookie")) {
      for (int from = 0; from < field.length(); ) {
        if (++cookies > MOST_COOKIES) {
          return Optional.empty();
        }
        int semicolon = field.indexOf(';', from);
        int to = semicolon < 0 ? field.length() : semicolon;
        String[] nameAndValue = field.substring(from, to).split("=", 2);
        if (nameAndValue.length == 2 && nameAndValue[0].strip().equals(name)) {
          return Optional.of(HeaderList.unquoted(nameAndValue[1].strip()));
        }
        from = to + 1;
      }
    }
    return Optional.empty();
  }
}
