package org.billingsso.http;

import java.util.Base64;
import java.util.Optional;

/**
 * What a request's {@code Authorization} header presents, in the two schemes that billing platforms
 * use: {@code Basic} of RFC 7617 and {@code Bearer} of RFC 6750. Neither shows itself as a string.
 */
public sealed interface Authorization {

  /**
   * A token as it was issued.
   *
   * @param token the text after the scheme
   */
  record Bearer(String token) implements Authorization {
    @Override
    public String toString() {
      return "Bearer[secret]";
    }
  }

  /**
   * Base64 of something: of a user and a password as the RFC says, or of what a platform takes
   * instead.
   *
   * @param encoded the text after the scheme, which need not be base64
   */
  record Basic(String encoded) implements Authorization {

    /** Whether the text is base64 at all. */
    public boolean isBase64() {
      return bytes().isPresent();
    }

    /** What is encoded, such as {@code key:}; empty where that is not base64 of UTF-8. */
    public Optional<String> decoded() {
      return bytes().flatMap(Utf8::decode);
    }

    /** What comes before the first colon; all of it where there is none. */
    public Optional<String> user() {
      return decoded().map(text -> text.split(":", 2)[0]);
    }

    private Optional<byte[]> bytes() {
      try {
        return Optional.of(Base64.getDecoder().decode(encoded));
      } catch (IllegalArgumentException notBase64) {
        return Optional.empty();
      }
    }

    @Override
    public String toString() {
      return "Basic[secret]";
    }
  }

  /** What the request presents; empty where that is nothing, or in another scheme. */
  static Optional<Authorization> of(Exchange request) {
    return request.header("Authorization").flatMap(Authorization::parse);
  }

  /** What the request presents in the scheme {@code Basic}. */
  static Optional<Basic> basic(Exchange request) {
    return of(request).filter(Basic.class::isInstance).map(Basic.class::cast);
  }

  /** What the value of such a header presents. The scheme may have any letter case. */
  static Optional<Authorization> parse(String header) {
    String[] schemeAndRest = header.strip().split("\\s+", 2);
    if (schemeAndRest.length < 2) {
      return Optional.empty();
    }
    if (schemeAndRest[0].equalsIgnoreCase("Basic")) {
      return Optional.of(new Basic(schemeAndRest[1]));
    }
    return schemeAndRest[0].equalsIgnoreCase("Bearer")
        ? Optional.of(new Bearer(schemeAndRest[1]))
        : Optional.empty();
  }
}
