package org.billingsso.rpc.soap;

/** Text as XML 1.0 can carry it: what it has no characters for becomes U+FFFD. */
final class XmlText {
  private static final char REPLACEMENT = '\uFFFD';

  private XmlText() {}

  /** The text, in which every character is one of XML 1.0, section 2.2. */
  static String of(String text) {
    int good = goodUpTo(text, 0);
    if (good == text.length()) {
      return text;
    }
    StringBuilder carried = new StringBuilder(text.length());
    int from = 0;
    while (good < text.length()) {
      carried.append(text, from, good).append(REPLACEMENT);
      from = good + 1;
      good = goodUpTo(text, from);
    }
    return carried.append(text, from, good).toString();
  }

  /** Where the next character is that XML has not; the text's length where there is none. */
  private static int goodUpTo(String text, int from) {
    int i = from;
    while (i < text.length()) {
      int character = text.codePointAt(i);
      if (!isCarried(character)) {
        return i;
      }
      i += Character.charCount(character);
    }
    return i;
  }

  private static boolean isCarried(int character) {
    return character >= ' '
        ? character < 0xD800 || (character > 0xDFFF && character < 0xFFFE) || character > 0xFFFF
        : character == '\t' || character == '\n' || character == '\r';
  }
}
