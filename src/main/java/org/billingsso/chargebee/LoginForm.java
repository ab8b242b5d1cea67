package org.billingsso.chargebee;

import static org.billingsso.http.MaximumLength.PASSWORD;

import java.util.Optional;
import org.billingsso.directory.EmailAddress;

/**
 * One of the two pages that ask for an e-mail address and a password.
 *
 * @param path where it is
 * @param title what it is for, also on its button
 * @param setsPassword whether the password is a new one
 * @param check looks at what was entered
 */
record LoginForm(String path, String title, boolean setsPassword, Check check) {
  private static final int SHORTEST_PASSWORD = 8;

  /** What is wrong with what somebody has entered; empty where the person may come in. */
  @FunctionalInterface
  interface Check {
    Optional<String> complaint(Site site, EmailAddress email, String password);
  }

  /** What is wrong with the password, whoever it is for, and with what {@link #check} looks at. */
  Optional<String> complaint(Site site, EmailAddress email, String password) {
    if (password.isEmpty()) {
      return Optional.of("Please enter a password.");
    }
    return PASSWORD.admits(password)
        ? check.complaint(site, email, password)
        : Optional.of("A password has at most " + PASSWORD.characters() + " characters.");
  }

  static LoginForm signIn(PortalUsers users) {
    return new LoginForm(
        PortalPaths.LOGIN,
        "Sign in",
        false,
        (site, email, password) ->
            users.isPassword(site, email, password)
                ? Optional.empty()
                : Optional.of("The e-mail address or the password is wrong."));
  }

  static LoginForm signUp(PortalUsers users) {
    return new LoginForm(
        PortalPaths.SIGN_UP,
        "Set a password",
        true,
        (site, email, password) -> {
          if (password.codePointCount(0, password.length()) < SHORTEST_PASSWORD) {
            return Optional.of("A password has at least " + SHORTEST_PASSWORD + " characters.");
          }
          return users.setFirstPassword(site, email, password)
              ? Optional.empty()
              : Optional.of(
                  "No password can be set for this e-mail address: it is no customer's, or it has"
                      + " a password already.");
        });
  }
}
