package org.billingsso.signon;

import java.security.SecureRandom;

/** Where unpredictable bytes come from. */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  static byte[] entropy() {
    byte[] bytes = new byte[TokenShape.ENTROPY_BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  static Token token(TokenShape shape) {
    return shape.token(entropy());
  }
}
