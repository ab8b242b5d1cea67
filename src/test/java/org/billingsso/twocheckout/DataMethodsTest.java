package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billingsso.twocheckout.Faults.TOKEN_INVALID;
import static org.billingsso.twocheckout.Outcome.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import org.billingsso.signon.Address;
import org.billingsso.signon.Redemption;
import org.billingsso.signon.Token;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** The methods that answer with objects, field by field. */
@ParameterizedClass
@EnumSource
class DataMethodsTest {
  private static final String ADA =
      """
      {
        "CustomerReference": "352365983",
        "ExternalCustomerReference": "CRM-1001",
        "FirstName": "Ada",
        "LastName": "Lovelace",
        "Company": "Analytical Engines Ltd",
        "Email": "ada@example.com",
        "Phone": "+44 20 7946 0815",
        "Address1": "12 St James's Square",
        "City": "London",
        "Zip": "SW1Y 4JH",
        "CountryCode": "GB",
        "Language": "en",
        "Enabled": true
      }
      """;
  private static final String OTTO =
      """
      {
        "CustomerReference": "700000001",
        "ExternalCustomerReference": null,
        "FirstName": "Otto",
        "LastName": "Other",
        "Company": null,
        "Email": "otto@other.example",
        "Phone": null,
        "Address1": "Hauptstra\u00dfe 7",
        "City": "Berlin",
        "Zip": "10827",
        "CountryCode": "DE",
        "Language": "en",
        "Enabled": true
      }
      """;
  private static final String ANTIVIRUS =
      """
      {
        "SubscriptionReference": "DC47E143FA",
        "StartDate": "2026-03-14",
        "ExpirationDate": "2031-03-14",
        "RecurringEnabled": true,
        "SubscriptionEnabled": true,
        "Product": {
          "ProductCode": "AV-PRO", "ProductName": "Antivirus Pro", "ProductQuantity": 3
        },
        "EndUser": {
          "FirstName": "Ada",
          "LastName": "Lovelace",
          "Company": "Analytical Engines Ltd",
          "Email": "ada@example.com",
          "CountryCode": "GB"
        }
      }
      """;
  private static final String BACKUP =
      """
      {
        "SubscriptionReference": "115D3F5ED1",
        "StartDate": "2026-06-01",
        "ExpirationDate": "2031-06-01",
        "RecurringEnabled": false,
        "SubscriptionEnabled": true,
        "Product": {
          "ProductCode": "CLOUD-100", "ProductName": "Cloud Backup", "ProductQuantity": 1
        },
        "EndUser": {
          "FirstName": "Ada",
          "LastName": "Lovelace",
          "Company": "Analytical Engines Ltd",
          "Email": "ada@example.com",
          "CountryCode": "GB"
        }
      }
      """;
  private static final String RECIPES =
      """
      {
        "SubscriptionReference": "F00DF00D01",
        "StartDate": "2026-02-01",
        "ExpirationDate": null,
        "RecurringEnabled": true,
        "SubscriptionEnabled": true,
        "Product": {
          "ProductCode": "RECIPES", "ProductName": "Recipe Box", "ProductQuantity": 1
        },
        "EndUser": {
          "FirstName": "Otto",
          "LastName": "Other",
          "Company": null,
          "Email": "otto@other.example",
          "CountryCode": "DE"
        }
      }
      """;
  private static final String FIRST_RESELLER =
      """
      {
        "PartnerCode": "PARTNER01",
        "CompanyName": "First Reseller GmbH",
        "Email": "office@partner01.example",
        "CommunicationLanguage": "en",
        "Currency": "EUR",
        "CreditLimit": 10000.00,
        "AvailableCreditLimit": 7450.50
      }
      """;

  @AutoClose private static final RunningApi API = RunningApi.started();

  private final Protocol protocol;
  private final Backend backend;

  DataMethodsTest(Protocol protocol) {
    this.protocol = protocol;
    this.backend = API.demoShop(protocol);
  }

  @Nested
  class GetCustomerInformation {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = "CRM-1001")
    void tellsEveryField(@Nullable String externalReference) {
      assertThat(backend.call("getCustomerInformation", "352365983", externalReference))
          .isEqualTo(value(ADA));
    }

    @Test
    void tellsNullWhereNothingIsKnown() {
      assertThat(API.otherShop(protocol).call("getCustomerInformation", "700000001"))
          .isEqualTo(value(OTTO));
    }
  }

  @Nested
  class GetSubscription {

    @Test
    void tellsEveryField() {
      assertThat(backend.call("getSubscription", "DC47E143FA")).isEqualTo(value(ANTIVIRUS));
      assertThat(backend.call("getSubscription", "115D3F5ED1")).isEqualTo(value(BACKUP));
    }

    @Test
    void tellsNullWhereNothingIsKnown() {
      assertThat(API.otherShop(protocol).call("getSubscription", "F00DF00D01"))
          .isEqualTo(value(RECIPES));
    }
  }

  @Nested
  class GetCustomerSubscriptions {

    @Test
    void tellsAllOfThem() {
      assertThat(backend.call("getCustomerSubscriptions", "352365983"))
          .isEqualTo(value("[" + ANTIVIRUS + "," + BACKUP + "]"));
      assertThat(backend.call("getCustomerSubscriptions", "352365983", "CRM-1001"))
          .isEqualTo(value("[" + ANTIVIRUS + "," + BACKUP + "]"));
    }

    @Test
    void isAListAlsoWhereThereIsOne() {
      assertThat(API.otherShop(protocol).call("getCustomerSubscriptions", "700000001"))
          .isEqualTo(value("[" + RECIPES + "]"));
    }
  }

  @Nested
  class Partners {

    @Test
    void areFoundByTheirCodeWithEveryField() {
      assertThat(backend.call("getPartnerByCode", "PARTNER01")).isEqualTo(value(FIRST_RESELLER));
    }

    @ParameterizedTest
    @CsvSource({
      "PARTNER01, PARTNER01",
      "partner0, PARTNER01 PARTNER02",
      "reseller, PARTNER01 PARTNER02",
      "GMBH, PARTNER01",
      "@partner02.example, PARTNER02",
      "Former, ''",
      "PARTNER99, ''",
      "nobody, ''"
    })
    void areFoundByAnyPartOfTheirCodeNameOrAddress(String searched, String found) {
      JsonNode partners = backend.call("searchPartners", searched).answer();

      assertThat(String.join(" ", partners.findValuesAsText("PartnerCode"))).isEqualTo(found);
    }

    @Test
    void areFoundWithEveryField() {
      assertThat(backend.call("searchPartners", "PARTNER01"))
          .isEqualTo(value("[" + FIRST_RESELLER + "]"));
    }
  }

  @Nested
  class GetCustomerInformationBySsoToken {
    private static final Address SOMEWHERE = Address.parse("203.0.113.7").orElseThrow();

    @Test
    void tellsTheCustomerWhomATokenSignsIn() {
      Token bySubscription = backend.token("getSingleSignOn", "DC47E143FA");
      Token byCustomer =
          backend.token("getSingleSignOnByCustomer", "352365983", "AvangateCustomerReference");
      Token inCart =
          backend.token(
              "getSingleSignOnInCart",
              "CRM-1001",
              "ExternalCustomerReference",
              "https://secure.2checkout.com/order/checkout.php?PRODS=1");

      assertThat(customerOf(bySubscription)).isEqualTo(value(ADA));
      assertThat(customerOf(byCustomer)).isEqualTo(value(ADA));
      assertThat(customerOf(inCart)).isEqualTo(value(ADA));
    }

    @Test
    void doesNotUseTheTokenUp() {
      Token token = backend.token("getSingleSignOn", "DC47E143FA");

      customerOf(token).answer();
      customerOf(token).answer();

      assertThat(API.signOn.links().redeem(PortalKinds.MY_ACCOUNT, token, SOMEWHERE))
          .isInstanceOf(Redemption.Admitted.class);
    }

    @Test
    void refusesAUsedToken() {
      Token token = backend.token("getSingleSignOn", "DC47E143FA");
      API.signOn.links().redeem(PortalKinds.MY_ACCOUNT, token, SOMEWHERE);

      assertThat(customerOf(token)).isEqualTo(TOKEN_INVALID);
    }

    @Test
    void refusesATokenFromTheMomentItExpires() {
      Token token = backend.token("getSingleSignOn", "DC47E143FA", "", "60");

      API.clock.advance(Duration.ofSeconds(60).minusMillis(1));
      customerOf(token).answer();
      API.clock.advance(Duration.ofMillis(1));
      assertThat(customerOf(token)).isEqualTo(TOKEN_INVALID);
    }

    @Test
    void refusesAnotherMerchantsToken() {
      Token token = API.otherShop(protocol).token("getSingleSignOn", "F00DF00D01");

      assertThat(customerOf(token)).isEqualTo(TOKEN_INVALID);
    }

    @Test
    void refusesAPartnersToken() {
      Token token =
          backend
              .forPartner("PARTNER01")
              .token(
                  "getPartnerSingleSignOn",
                  "admin@partner01.example",
                  "PARTNER01",
                  "https://secure.2checkout.com/partners/");

      assertThat(customerOf(token)).isEqualTo(TOKEN_INVALID);
    }

    @Test
    void refusesATokenInAnotherLetterCase() {
      Token token = backend.token("getSingleSignOn", "DC47E143FA");
      String shouted = token.value().toUpperCase(Locale.ROOT);

      assertThat(backend.call("getCustomerInformationBySSOToken", shouted))
          .isEqualTo(TOKEN_INVALID);
    }

    private Outcome customerOf(Token token) {
      return backend.call("getCustomerInformationBySSOToken", token.value());
    }
  }
}
