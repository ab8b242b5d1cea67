package org.billingsso.directory;

import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;

/**
 * A country.
 *
 * @param alpha2 its two upper-case letters in ISO 3166-1
 */
public record CountryCode(String alpha2) {
  private static final Set<String> KNOWN = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2);

  public CountryCode {
    if (!KNOWN.contains(alpha2)) {
      throw new IllegalArgumentException("Not a country code of ISO 3166-1 alpha-2");
    }
  }

  /** The country's name in English. */
  public String displayName() {
    return new Locale("", alpha2).getDisplayCountry(Locale.ENGLISH);
  }

  @Override
  public String toString() {
    return alpha2;
  }
}
