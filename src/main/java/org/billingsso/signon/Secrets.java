package org.billingsso.signon;

import java.security.SecureRandom;

/** Where unpredictable bytes come from. */
final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /** A token of that shape that nobody can guess. */
  static Token token(TokenShape shape) {
    return shape.token(entropy(shape));
  }

  /** A public id of that shape that nobody else has. */
  static String id(TokenShape shape) {
    return shape.text(entropy(shape));
  }

  private static byte[] entropy(TokenShape shape) {
    byte[] bytes = new byte[shape.entropyBytes()];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
