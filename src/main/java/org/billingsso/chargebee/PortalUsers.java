package org.billingsso.chargebee;

import java.util.Locale;
import java.util.Optional;
import org.billingsso.directory.EmailAddress;
import org.billingsso.directory.Secret;
import org.billingsso.signon.PasswordHashing;
import org.billingsso.signon.Passwords;
import org.billingsso.signon.Subject;

/**
 * Who may sign in with a password: the directory's users with the passwords that it gives them, and
 * customers who have set one themselves. Every check costs one hash, whoever it is for.
 */
final class PortalUsers {
  private final Passwords passwords;
  private final PasswordHashing hashing;

  PortalUsers(Passwords passwords, PasswordHashing hashing) {
    this.passwords = passwords;
    this.hashing = hashing;
  }

  /** How the core calls the user with that address, whether there is one or not. */
  static Subject subject(Site site, EmailAddress email) {
    return new Subject(site.name(), "", email.text().toLowerCase(Locale.ROOT));
  }

  /**
   * Whether that is the user's password.
   *
   * @throws PasswordHashing.Busy where there is no room to look
   */
  boolean isPassword(Site site, EmailAddress email, String password) {
    Optional<PortalUser> user = site.portalUser(email);
    Optional<String> own =
        user.isPresent() ? Optional.empty() : passwords.hashOf(subject(site, email));
    if (own.isPresent()) {
      return hashing.matches(password, own.get()) && !site.customersWithEmail(email).isEmpty();
    }
    hashing.hash(password);
    return user.filter(known -> known.password().equals(Secret.of(password))).isPresent();
  }

  /**
   * Sets a customer's first password; false for everybody who is none or has one.
   *
   * @throws PasswordHashing.Busy where there is no room to hash it
   */
  boolean setFirstPassword(Site site, EmailAddress email, String password) {
    String hash = hashing.hash(password);
    return !site.customersWithEmail(email).isEmpty()
        && site.portalUser(email).isEmpty()
        && passwords.setFirst(subject(site, email), hash);
  }
}
