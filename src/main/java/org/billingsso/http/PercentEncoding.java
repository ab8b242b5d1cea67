package org.billingsso.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads percent-encoded UTF-8: RFC 3986, section 2.1. */
public final class PercentEncoding {
  private static final int HEXADECIMAL = 16;
  private static final int NONE = -1;

  private PercentEncoding() {}

  /** The text of a part of a path; empty where that is not percent-encoded UTF-8. */
  public static Optional<String> decode(String encoded) {
    return encoded.indexOf('%') < 0 ? Optional.of(encoded) : decode(bytes(encoded), false);
  }

  /** The same of a name or a value in a query, where a plus sign is a space. */
  public static Optional<String> decodeForm(String encoded) {
    return decode(bytes(encoded), true);
  }

  /** The same of a name or a value in a form. */
  static Optional<String> decodeForm(byte[] encoded, int from, int to) {
    return decode(encoded, from, to, true);
  }

  private static Optional<String> decode(byte[] encoded, boolean plusIsSpace) {
    return decode(encoded, 0, encoded.length, plusIsSpace);
  }

  private static Optional<String> decode(byte[] encoded, int from, int to, boolean plusIsSpace) {
    byte[] decoded = new byte[to - from];
    int length = 0;
    for (int i = from; i < to; i++) {
      byte each = encoded[i];
      if (each == '%') {
        int code = i + 2 < to ? code(encoded[i + 1], encoded[i + 2]) : NONE;
        if (code == NONE) {
          return Optional.empty();
        }
        each = (byte) code;
        i += 2;
      } else if (each == '+' && plusIsSpace) {
        each = ' ';
      }
      decoded[length++] = each;
    }
    return Utf8.decode(decoded, 0, length);
  }

  private static int code(byte high, byte low) {
    int first = Character.digit(high, HEXADECIMAL);
    int second = Character.digit(low, HEXADECIMAL);
    return first < 0 || second < 0 ? NONE : first * HEXADECIMAL + second;
  }

  private static byte[] bytes(String encoded) {
    return encoded.getBytes(StandardCharsets.UTF_8);
  }
}
