package org.billingsso.portal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.billingsso.http.Exchange;
import org.billingsso.signon.Damage;
import org.billingsso.signon.Redemption;
import org.billingsso.signon.Refusal;
import org.billingsso.signon.Token;
import org.billingsso.signon.TokenShape;

/** Tells links that were damaged on their way from those that nobody issued. */
final class DamagedLink {
  /** What is left of an escaped ampersand before a parameter's name. */
  private static final Pattern AMPERSAND = Pattern.compile("(?i)^(?:amp;|#0*38;|#x0*26;|[&;\\s])+");

  private DamagedLink() {}

  /** A refusal that tells the damage where the token is unknown because of that. */
  static Redemption.Refused explain(Redemption.Refused refused, Token token, TokenShape shape) {
    return refused.why() instanceof Refusal.Unknown
        ? Damage.of(token.value(), shape).map(DamagedLink::refused).orElse(refused)
        : refused;
  }

  /** The refusal of a link whose parameter has lost its name; empty where there is none. */
  static Optional<Redemption.Refused> misnamed(
      Exchange request, String parameter, TokenShape shape) {
    for (String name : request.query().names()) {
      String bare = AMPERSAND.matcher(name).replaceFirst("").strip();
      if (bare.equalsIgnoreCase(parameter)) {
        int arrived = request.query().single(name).map(String::length).orElse(0);
        return Optional.of(
            refused(new Damage(Damage.DamageKind.ESCAPED_AMPERSAND, arrived, shape.length())));
      }
    }
    return Optional.empty();
  }

  /** What is wrong, for the person. */
  static String sentence(Damage damage) {
    return switch (damage.kind()) {
      case CUT_OFF ->
          "Part of it is missing: of the %d characters of its token, %d arrived."
              .formatted(damage.expected(), damage.arrived());
      case EXTENDED ->
          "Something that does not belong to it stands next to its token, such as a full stop or a"
              + " quotation mark: %d characters arrived instead of %d."
                  .formatted(damage.arrived(), damage.expected());
      case BROKEN -> "There is a space or a line break within its token.";
      case QUOTED_PRINTABLE ->
          "It has an equals sign, or the code \"=3D\" of one, within its token, as links have that"
              + " were copied from the source of an e-mail.";
      case OTHER_CASE ->
          "Small letters were changed to capitals in it, or capitals to small letters.";
      case ESCAPED_AMPERSAND ->
          "It has \"&amp;\" where \"&\" should be, as links have that were copied from the source of"
              + " a page or an e-mail.";
    };
  }

  /** What the caller can do about it. */
  static String advice(Damage damage) {
    return switch (damage.kind()) {
      case CUT_OFF -> "look for line breaks and length limits where links pass through";
      case EXTENDED -> "keep quotes, brackets and punctuation apart from links";
      case BROKEN -> "do not wrap links";
      case QUOTED_PRINTABLE -> "have a library encode and decode e-mails";
      case OTHER_CASE -> "keep the letters of links as they are";
      case ESCAPED_AMPERSAND ->
          "escape ampersands where links stand in HTML, once, and nowhere else";
    };
  }

  private static Redemption.Refused refused(Damage damage) {
    return new Redemption.Refused(new Refusal.Damaged(damage), Optional.empty());
  }
}
