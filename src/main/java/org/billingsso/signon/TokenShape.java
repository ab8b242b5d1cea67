package org.billingsso.signon;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * What a platform's tokens look like on the wire.
 *
 * @param alphabet the characters a token is made of
 * @param length how many characters it has
 */
public record TokenShape(Alphabet alphabet, int length) {

  /** What a token is made of: lower-case hex, {@code [0-9A-Za-z]}, or a lower-case GUID. */
  public enum Alphabet {
    HEX,
    BASE62,
    GUID
  }

  private static final int GUID_BYTES = 16;
  private static final Set<Integer> GUID_HYPHENS = Set.of(8, 13, 18, 23);

  /** Bits beyond those that a number in base 62 shows, so that no digit is likelier than others. */
  private static final int SPARE_BITS = 16;

  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  /** That many lower-case hex digits; an even number, at most 64. */
  public static TokenShape hex(int length) {
    return new TokenShape(Alphabet.HEX, length);
  }

  /** That many characters of {@code [0-9A-Za-z]}, at most 40. */
  public static TokenShape base62(int length) {
    return new TokenShape(Alphabet.BASE62, length);
  }

  /** A GUID in lower case, with hyphens. */
  public static TokenShape guid() {
    return new TokenShape(Alphabet.GUID, 36);
  }

  /** Whether a text looks like a token of this shape. */
  boolean fits(String text) {
    return text.length() == length && mayBeginWith(text);
  }

  /** Whether it would, but for the case of its letters. */
  boolean fitsInOtherCase(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return alphabet == Alphabet.BASE62
        ? fits(text) && (text.equals(lower) || text.equals(text.toUpperCase(Locale.ROOT)))
        : fits(lower) && !fits(text);
  }

  /** Whether a token of this shape may begin so. */
  boolean mayBeginWith(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean fine =
          switch (alphabet) {
            case HEX -> isLowerHex(c);
            case BASE62 -> BASE62.indexOf(c) >= 0;
            case GUID -> GUID_HYPHENS.contains(i) ? c == '-' : isLowerHex(c);
          };
      if (!fine) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLowerHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }

  /** Whether the token has the length of this shape: another one is not even looked for. */
  boolean mayBe(Token token) {
    return token.value().length() == length;
  }

  /** How many random bytes it takes to make one of this shape. */
  int entropyBytes() {
    return switch (alphabet) {
      case HEX -> length / 2;
      case BASE62 -> (6 * length + SPARE_BITS + Integer.SIZE - 1) / Integer.SIZE * Integer.BYTES;
      case GUID -> GUID_BYTES;
    };
  }

  /** The token that so many unpredictable bytes make, or more of them. */
  Token token(byte[] entropy) {
    return new Token(text(entropy));
  }

  /** The same for a public id of this shape. */
  String text(byte[] entropy) {
    return switch (alphabet) {
      case HEX -> HexFormat.of().formatHex(entropy, 0, length / 2);
      case BASE62 -> base62(entropy);
      case GUID -> guid(ByteBuffer.wrap(entropy));
    };
  }

  private String base62(byte[] entropy) {
    int[] number = new int[entropy.length / Integer.BYTES];
    ByteBuffer.wrap(entropy).asIntBuffer().get(number);
    char[] digits = new char[length];
    for (int i = 0; i < length; i++) {
      digits[i] = BASE62.charAt(divide(number, BASE62.length()));
    }
    return new String(digits);
  }

  /** Divides a number of 32-bit words, the highest first, in place; answers the remainder. */
  private static int divide(int[] number, int divisor) {
    long remainder = 0;
    for (int i = 0; i < number.length; i++) {
      long dividend = remainder << Integer.SIZE | Integer.toUnsignedLong(number[i]);
      number[i] = (int) (dividend / divisor);
      remainder = dividend % divisor;
    }
    return (int) remainder;
  }

  private static String guid(ByteBuffer entropy) {
    long high = (entropy.getLong() & ~0xf000L) | 0x4000L;
    long low = (entropy.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }
}
