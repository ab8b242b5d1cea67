package org.billingsso.directory;

import java.util.Optional;
import org.billingsso.config.Default;

/**
 * A person as every platform knows one.
 *
 * @param language two letters of ISO 639-1
 */
public record Person(
    String firstName,
    String lastName,
    EmailAddress email,
    Optional<String> company,
    Optional<String> phone,
    @Default("en") String language) {

  /** First and last name. */
  public String fullName() {
    return firstName + " " + lastName;
  }
}
