package org.billingsso.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Text that arrives as bytes. What RFC 3629 forbids is not text: longer forms than a character
 * needs, halves of surrogate pairs, and what is beyond U+10FFFF.
 */
public final class Utf8 {
  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /** The text of those bytes; empty where they are not UTF-8. */
  public static Optional<String> decode(byte[] bytes) {
    return decode(bytes, 0, bytes.length);
  }

  /** Whether those bytes are UTF-8. */
  public static boolean isIn(byte[] bytes) {
    return decode(bytes).isPresent();
  }

  static Optional<String> decode(byte[] bytes, int from, int length) {
    String text = new String(bytes, from, length, StandardCharsets.UTF_8);
    // Only where a character may stand for something else is there a reason to look closer.
    return text.indexOf(REPLACEMENT) < 0 ? Optional.of(text) : strictly(bytes, from, length);
  }

  private static Optional<String> strictly(byte[] bytes, int from, int length) {
    try {
      ByteBuffer utf8 = ByteBuffer.wrap(bytes, from, length);
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(utf8).toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }
}
