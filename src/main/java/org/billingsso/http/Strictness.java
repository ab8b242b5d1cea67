package org.billingsso.http;

/** How much a {@link WebUrl} may leave to whoever reads it next. */
public enum Strictness {
  /** Scheme, host and perhaps a port, with or without one slash at the end. */
  ORIGIN(2_000),

  /** The same with a path, which is as strict as {@link #STRICT}. */
  BASE(2_000),

  /** Whatever a browser reads as we do; what is not allowed in a URL as it is becomes an escape. */
  LENIENT(8_000),

  /**
   * The same page for every program, however often it decodes the path: without encoded slashes,
   * empty segments and hidden characters, and in the characters of RFC 3986 and {@code |}.
   */
  STRICT(2_000);

  private final int longest;

  Strictness(int longest) {
    this.longest = longest;
  }

  /** How many characters a URL may have. */
  int longest() {
    return longest;
  }
}
