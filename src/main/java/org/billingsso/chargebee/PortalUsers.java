package org.billingsso.chargebee;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.Locale;
import java.util.Optional;
import org.billingsso.directory.EmailAddress;
import org.billingsso.directory.Secret;
import org.billingsso.signon.Passwords;
import org.billingsso.signon.Subject;

/**
 * Who may sign in with a password: the directory's users with the passwords that it gives them, and
 * customers who have set one themselves. Every check costs one hash, whoever it is for.
 */
final class PortalUsers {
  private static final int SALT_BYTES = 16;

  private final Passwords passwords;

  PortalUsers(Passwords passwords) {
    this.passwords = passwords;
  }

  /** How the core calls the user with that address, whether there is one or not. */
  static Subject subject(Site site, EmailAddress email) {
    return new Subject(site.name(), "", email.text().toLowerCase(Locale.ROOT));
  }

  /** Whether that is the user's password. */
  boolean isPassword(Site site, EmailAddress email, String password) {
    Optional<PortalUser> user = site.portalUser(email);
    Optional<String> own =
        user.isPresent() ? Optional.empty() : passwords.hashOf(subject(site, email));
    if (own.isPresent()) {
      return Password.check(password, own.get()).with(Argon2Function.getInstanceFromHash(own.get()))
          && !site.customersWithEmail(email).isEmpty();
    }
    hash(password);
    return user.filter(known -> known.password().equals(Secret.of(password))).isPresent();
  }

  /** Sets a customer's first password; false for everybody who is none or has one. */
  boolean setFirstPassword(Site site, EmailAddress email, String password) {
    String hash = hash(password);
    return !site.customersWithEmail(email).isEmpty()
        && site.portalUser(email).isEmpty()
        && passwords.setFirst(subject(site, email), hash);
  }

  private static String hash(String password) {
    return Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2()).getResult();
  }

  /**
   * Argon2id with 19 MiB, two passes and one lane, as OWASP's cheat sheet has it. It keeps a copy
   * of them from the first call on, so a gateway that hashes nothing never makes it.
   */
  private static Argon2Function argon2() {
    return Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);
  }
}
