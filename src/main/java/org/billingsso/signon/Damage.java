package org.billingsso.signon;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * What has happened to a login link on its way, told by what arrived of it. It says nothing about
 * whether that link exists, and nobody mends it: a token is redeemed as it arrived or not at all.
 *
 * @param arrived how many characters there are where the token should be
 * @param expected how many a token has
 */
public record Damage(DamageKind kind, int arrived, int expected) {

  /** The ways in which links are known to suffer. */
  public enum DamageKind {
    /** The end of the token is missing, or all of it. */
    CUT_OFF,
    /** Something stands around the token, such as a full stop, a quotation mark or a tag. */
    EXTENDED,
    /** There is a space or a line break within the token. */
    BROKEN,
    /** Equals signs are in the code of quoted-printable mails (RFC 2045, 6.7). */
    QUOTED_PRINTABLE,
    /** Letters are capitals that were not, or the other way round. */
    OTHER_CASE,
    /** An ampersand was escaped as in HTML, so that the token's parameter has another name. */
    ESCAPED_AMPERSAND
  }

  /** How much of a text can matter: as many tokens. */
  private static final int LONGEST = 4;

  /** What was done to a token of that shape; empty where it is whole, or nothing like one. */
  public static Optional<Damage> of(String text, TokenShape shape) {
    if (shape.fits(text) && !shape.fitsInOtherCase(text)) {
      return Optional.empty();
    }
    String seen = text.substring(0, Math.min(text.length(), LONGEST * shape.length()));
    return kind(seen, shape).map(kind -> new Damage(kind, text.length(), shape.length()));
  }

  private static Optional<DamageKind> kind(String text, TokenShape shape) {
    if (shape.fitsInOtherCase(text)) {
      return Optional.of(DamageKind.OTHER_CASE);
    }
    String joined = without(text, Character::isWhitespace);
    if (shape.fits(joined)) {
      return Optional.of(DamageKind.BROKEN);
    }
    String bare = bare(joined);
    boolean hasSoftBreak = !shape.fits(bare) && shape.fits(without(joined, c -> c == '='));
    if (hasSoftBreak || shape.fits(joined.replaceFirst("^=?3[Dd]", ""))) {
      return Optional.of(DamageKind.QUOTED_PRINTABLE);
    }
    if (bare.length() >= shape.length()) {
      return Optional.of(DamageKind.EXTENDED)
          .filter(kind -> shape.fits(bare.substring(0, shape.length())));
    }
    boolean isLeftOver = joined.isEmpty() || !bare.isEmpty();
    return Optional.of(DamageKind.CUT_OFF).filter(kind -> isLeftOver && shape.mayBeginWith(bare));
  }

  private static String without(String text, Predicate<Character> dropped) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!dropped.test(text.charAt(i))) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }

  /** Without what no token has at its ends. */
  private static String bare(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && !isOfTokens(text.charAt(from))) {
      from++;
    }
    while (from < to && !isOfTokens(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isOfTokens(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }
}
