package org.billingsso.http;

/**
 * Where clients and browsers find a server behind a proxy, which takes the path away before it
 * passes a request on.
 *
 * @param path what comes before all paths of ours, percent-encoded and without a slash at the end;
 *     empty where nothing does
 */
public record PublicUrl(Origin origin, String path) {

  /**
   * Reads {@code https://host}, {@code https://host:port} or {@code https://host/path}, with or
   * without one slash at the end.
   *
   * @throws IllegalArgumentException where the text is anything else, with a sentence for people
   */
  public static PublicUrl parse(String text) {
    try {
      WebUrl url = WebUrl.parse(text, Strictness.BASE);
      String path = url.path();
      return new PublicUrl(
          url.origin(), path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    } catch (InvalidUrlException refused) {
      throw new IllegalArgumentException(
          "must be http:// or https://, a host and perhaps a port and a path; this "
              + refused.sentence(),
          refused);
    }
  }

  /** Whether what passes between it and a browser is encrypted. */
  public boolean isSecure() {
    return origin.isSecure();
  }

  @Override
  public String toString() {
    return origin + path;
  }
}
