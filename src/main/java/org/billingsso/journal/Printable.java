package org.billingsso.journal;

import java.util.HexFormat;

/**
 * Text from outside as it may stand in a log line or on a page for the operator: nothing in it can
 * begin a line, move the cursor, turn the direction of writing, or be there without being seen.
 * Such characters are written as in JSON, {@code \n} or {@code \u202E}.
 */
public final class Printable {
  /** The most characters of a value that are shown. */
  public static final int LONGEST_VALUE = 200;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final int FIRST_BEYOND_ASCII = 0x80;

  private Printable() {}

  /**
   * A value that somebody sent. A backslash is doubled, so that one can tell what was sent; of a
   * long value the beginning is there, and how many characters follow: {@code abc…(+17)}.
   */
  public static String value(String text) {
    return begun(text, LONGEST_VALUE, true);
  }

  /**
   * A line that is made of our own words and of values. A backslash stays as it is, so what {@link
   * #value} has written stays so too.
   *
   * @param longest the most characters that are shown
   */
  public static String line(String text, int longest) {
    return begun(text, longest, false);
  }

  private static String begun(String text, int longest, boolean doublesBackslashes) {
    if (text.length() <= longest) {
      return escaped(text, text.length(), doublesBackslashes);
    }
    boolean splitsPair =
        Character.isHighSurrogate(text.charAt(longest - 1))
            && Character.isLowSurrogate(text.charAt(longest));
    int end = splitsPair ? longest - 1 : longest;
    return "%s…(+%d)".formatted(escaped(text, end, doublesBackslashes), text.length() - end);
  }

  private static String escaped(String text, int end, boolean doublesBackslashes) {
    StringBuilder shown = new StringBuilder(end);
    int next;
    for (int at = 0; at < end; at = next) {
      int character = text.codePointAt(at);
      next = at + Character.charCount(character);
      if (character == '\\' && doublesBackslashes) {
        shown.append("\\\\");
      } else if (isVisible(character)) {
        shown.appendCodePoint(character);
      } else {
        for (int unit = at; unit < next; unit++) {
          escape(text.charAt(unit), shown);
        }
      }
    }
    return shown.toString();
  }

  private static boolean isVisible(int character) {
    if (character < FIRST_BEYOND_ASCII) {
      return character >= ' ' && character != '\u007f';
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  private static void escape(char unit, StringBuilder shown) {
    switch (unit) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      default -> shown.append("\\u").append(HEX.toHexDigits(unit));
    }
  }
}
