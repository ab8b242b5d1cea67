package org.billingsso.twocheckout;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.xml.bind.annotation.XmlType;
import java.util.Optional;
import org.billingsso.directory.Person;
import org.billingsso.directory.PostalAddress;
import org.jspecify.annotations.Nullable;

/** A Customer object of the API; null is what the directory does not know. */
@JsonNaming(UpperCamelCaseStrategy.class)
@XmlType(name = "Customer")
public record CustomerView(
    String customerReference,
    @Nullable String externalCustomerReference,
    String firstName,
    String lastName,
    @Nullable String company,
    String email,
    @Nullable String phone,
    @Nullable String address1,
    @Nullable String city,
    @Nullable String zip,
    @Nullable String countryCode,
    String language,
    boolean enabled) {

  static CustomerView of(Customer customer) {
    Person person = customer.person();
    Optional<PostalAddress> address = customer.billing().address();
    return new CustomerView(
        customer.reference(),
        customer.externalReference().orElse(null),
        person.firstName(),
        person.lastName(),
        person.company().orElse(null),
        person.email().text(),
        person.phone().orElse(null),
        address.map(PostalAddress::street).orElse(null),
        address.map(PostalAddress::city).orElse(null),
        address.map(PostalAddress::postalCode).orElse(null),
        address.map(place -> place.country().alpha2()).orElse(null),
        person.language(),
        customer.enabled());
  }
}
