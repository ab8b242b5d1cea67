package org.billingsso.directory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address as the HTML standard's input of that type accepts it, at most 254 characters.
 * It keeps the spelling it was given; two that differ in letter case only are equal.
 *
 * @param text the address as it was written
 */
public record EmailAddress(String text) {
  private static final int LONGEST = 254;
  private static final String LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
  private static final Pattern FORM =
      Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@" + LABEL + "(?:\\." + LABEL + ")*");

  public EmailAddress {
    if (!isWellFormed(text)) {
      throw new IllegalArgumentException("Not an e-mail address");
    }
  }

  /** The address, or nothing where the text is none. */
  public static Optional<EmailAddress> parse(String text) {
    return isWellFormed(text) ? Optional.of(new EmailAddress(text)) : Optional.empty();
  }

  /** Whether the text is this address, in whatever letter case. */
  public boolean isSpelled(String other) {
    return text.equals(other) || parse(other).filter(this::equals).isPresent();
  }

  private static boolean isWellFormed(String text) {
    return text.length() <= LONGEST && FORM.matcher(text).matches();
  }

  private String canonical() {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EmailAddress that && canonical().equals(that.canonical());
  }

  @Override
  public int hashCode() {
    return canonical().hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
