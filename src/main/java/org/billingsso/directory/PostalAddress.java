package org.billingsso.directory;

import java.util.Optional;

/** Where a bill is sent. */
public record PostalAddress(
    String street, String city, String postalCode, Optional<String> region, CountryCode country) {}
