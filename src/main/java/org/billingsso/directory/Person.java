package org.billingsso.directory;

import java.util.Optional;
import org.billingsso.config.Default;
import org.billingsso.config.Description;

/** A person as every platform knows one. */
public record Person(
    String firstName,
    String lastName,
    EmailAddress email,
    Optional<String> company,
    Optional<String> phone,
    @Description("two letters of ISO 639-1") @Default("en") String language) {

  /** First and last name. */
  public String fullName() {
    return firstName + " " + lastName;
  }
}
