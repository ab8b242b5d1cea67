package org.billingsso.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Text in one of the encodings of Unicode, of which JSON and XML show by their first bytes which it
 * is. Parsers put another sign for what is no character, or make one of it; here it is no text.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4627#section-3">RFC 4627, 3 Encoding</a>
 * @see <a href="https://www.w3.org/TR/xml/#sec-guessing">XML 1.0, F Autodetection of Character
 *     Encodings</a>
 */
public final class UnicodeText {
  private static final int BYTE_ORDER_MARK = 0xfeff;

  /** That of UTF-32, which is no part of the text. */
  private static final int LONGEST_MARK = 4;

  private UnicodeText() {}

  /**
   * Whether all of the bytes are characters.
   *
   * @param declared the encoding of text whose first bytes show none; one that is not of Unicode is
   *     not looked into
   */
  public static boolean isIn(byte[] bytes, String declared) {
    Optional<Charset> shown = shownBy(bytes);
    if (shown.isEmpty()) {
      return !declared.replace("-", "").equalsIgnoreCase("UTF8") || Utf8.isIn(bytes);
    }
    // What is no character is read as another one, so that it does not come out as it went in.
    byte[] again = new String(bytes, shown.get()).getBytes(shown.get());
    int lost = bytes.length - again.length;
    return (lost == 0 || lost == LONGEST_MARK)
        && Arrays.equals(again, 0, again.length, bytes, lost, bytes.length);
  }

  private static Optional<Charset> shownBy(byte[] bytes) {
    int first = pair(bytes, 0);
    int second = pair(bytes, 2);
    if (first < 0) {
      return Optional.empty();
    }
    if (first == 0 && second >= 0 && (second == BYTE_ORDER_MARK || second >> 8 == 0)) {
      return Optional.of(Charset.forName("UTF-32BE"));
    }
    if (second == 0 && (first == swapped(BYTE_ORDER_MARK) || (first & 0xff) == 0)) {
      return Optional.of(Charset.forName("UTF-32LE"));
    }
    if (first == BYTE_ORDER_MARK || first >> 8 == 0) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    return first == swapped(BYTE_ORDER_MARK) || (first & 0xff) == 0
        ? Optional.of(StandardCharsets.UTF_16LE)
        : Optional.empty();
  }

  /** Two bytes as a number; negative where there are none. */
  private static int pair(byte[] bytes, int at) {
    return at + 1 < bytes.length ? (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff) : -1;
  }

  private static int swapped(int pair) {
    return (pair & 0xff) << 8 | pair >> 8;
  }
}
