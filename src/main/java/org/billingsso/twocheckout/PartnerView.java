package org.billingsso.twocheckout;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.UpperCamelCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.xml.bind.annotation.XmlType;
import java.math.BigDecimal;

/** A Partner object of the API. The limits are amounts of its currency. */
@JsonNaming(UpperCamelCaseStrategy.class)
@XmlType(name = "Partner")
public record PartnerView(
    String partnerCode,
    String companyName,
    String email,
    String communicationLanguage,
    String currency,
    BigDecimal creditLimit,
    BigDecimal availableCreditLimit) {

  static PartnerView of(Partner partner) {
    return new PartnerView(
        partner.code(),
        partner.companyName(),
        partner.email().text(),
        partner.language(),
        partner.creditLimit().currency().getCurrencyCode(),
        partner.creditLimit().amount(),
        partner.availableCreditLimit().amount());
  }
}
