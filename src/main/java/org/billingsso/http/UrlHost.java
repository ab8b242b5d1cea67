package org.billingsso.http;

import java.net.IDN;
import java.net.Inet6Address;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.billingsso.signon.Address;

/**
 * The host of a URL in the one form that browsers have for it. What they would change to another
 * text than lower case is no host here: IPv4 addresses in hexadecimal or as one number, encoded and
 * international names, zones.
 *
 * @see <a href="https://url.spec.whatwg.org/#host-parsing">URL Standard, 3.5 Host parsing</a>
 */
final class UrlHost {
  private static final int LONGEST = 253;
  private static final int LONGEST_LABEL = 63;
  private static final String PUNYCODE = "xn--";

  /** What the URL Standard takes for an IPv4 address where it is the last label of a name. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

  private static final Pattern IPV6 = Pattern.compile("(?!.*[0-9a-f]{5})[0-9a-f:]{2,39}");

  /** A label that may stand in one name with labels written from right to left (RFC 5893). */
  private static final Pattern BESIDE_RIGHT_TO_LEFT =
      Pattern.compile("[a-z]([a-z0-9_-]*[a-z0-9])?");

  private UrlHost() {}

  /** The host in lower case; empty where it is none of which a browser thinks the same. */
  static Optional<String> canonical(String text) {
    String host = text.toLowerCase(Locale.ROOT);
    if (host.startsWith("[") && host.endsWith("]")) {
      return ipv6(host.substring(1, host.length() - 1));
    }
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (!isName(name)) {
      return Optional.empty();
    }
    String last = name.substring(name.lastIndexOf('.') + 1);
    boolean isAddress = Character.isDigit(last.charAt(0)) && NUMBER.matcher(last).matches();
    boolean fine =
        isAddress ? Address.parse(host).isPresent() : !name.contains(PUNYCODE) || isReadable(name);
    return fine ? Optional.of(host) : Optional.empty();
  }

  private static Optional<String> ipv6(String text) {
    return IPV6.matcher(text).matches()
        ? Address.parse(text)
            .filter(address -> address.value() instanceof Inet6Address)
            .map(address -> "[" + address + "]")
        : Optional.empty();
  }

  private static boolean isName(String name) {
    int label = 0;
    for (int i = 0; i < name.length(); i++) {
      char each = name.charAt(i);
      if (each == '.' ? label == 0 : !isOfLabel(each)) {
        return false;
      }
      label = each == '.' ? 0 : label + 1;
      if (label > LONGEST_LABEL) {
        return false;
      }
    }
    return label > 0 && name.length() <= LONGEST;
  }

  private static boolean isOfLabel(char each) {
    return (each >= 'a' && each <= 'z')
        || (each >= '0' && each <= '9')
        || each == '-'
        || each == '_';
  }

  /** Whether its labels in Punycode are what the names that they decode to are encoded to. */
  private static boolean isReadable(String name) {
    boolean hasRightToLeft = false;
    boolean allBesideRightToLeft = true;
    for (String label : name.split("\\.", -1)) {
      if (label.startsWith(PUNYCODE)) {
        String decoded = IDN.toUnicode(label, IDN.ALLOW_UNASSIGNED);
        if (decoded.equals(label)) {
          return false;
        }
        boolean rightToLeft = decoded.codePoints().anyMatch(UrlHost::isRightToLeft);
        hasRightToLeft |= rightToLeft;
        allBesideRightToLeft &= rightToLeft;
      } else {
        allBesideRightToLeft &= BESIDE_RIGHT_TO_LEFT.matcher(label).matches();
      }
    }
    return !hasRightToLeft || allBesideRightToLeft;
  }

  private static boolean isRightToLeft(int codePoint) {
    byte direction = Character.getDirectionality(codePoint);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
        || direction == Character.DIRECTIONALITY_ARABIC_NUMBER;
  }
}
