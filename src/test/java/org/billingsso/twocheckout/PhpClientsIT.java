package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billingsso.twocheckout.Faults.AUTHENTICATION_FAILED;
import static org.billingsso.twocheckout.Faults.EMAIL_INVALID;
import static org.billingsso.twocheckout.Faults.FORBIDDEN;
import static org.billingsso.twocheckout.Faults.PARTNER_NOT_SET;
import static org.billingsso.twocheckout.Faults.SUBSCRIPTION_MANDATORY;
import static org.billingsso.twocheckout.Faults.VALIDATION_IP_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import org.billingsso.NeedsClient;
import org.billingsso.twocheckout.PhpClient.Way;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Back ends in PHP, as most of the platform's customers have them. */
@NeedsClient("php")
@ParameterizedClass
@EnumSource
class PhpClientsIT {
  private static final String LICENSE =
      "/myaccount/my_license/?subscription=DC47E143FA&lang=en&logintoken=";

  @AutoClose private static final RunningApi API = RunningApi.started();

  private final Way way;
  private final PhpClient php;
  private final Backend backend;

  PhpClientsIT(Way way) {
    this.way = way;
    php = new PhpClient(API.address(), way);
    backend = API.demoShop(php);
  }

  @AfterEach
  void end() {
    php.close();
  }

  @Nested
  class ALink {

    @Test
    void needsNoTrailingParameters() {
      assertThat(backend.url("getSingleSignOn", "DC47E143FA"))
          .startsWith(API.address() + "/myaccount/?lang=en&logintoken=");
    }

    @Test
    void mayHaveNullsAndEmptyTextsBeforeTheOthers() {
      assertThat(backend.url("getSingleSignOn", "DC47E143FA", null, null, "my_license", null))
          .startsWith(API.address() + LICENSE);
      assertThat(backend.url("getSingleSignOn", "DC47E143FA", "", "", "my_license", ""))
          .startsWith(API.address() + LICENSE);
    }

    @Test
    void mayHaveItsSecondsAsANumberOrAText() {
      backend.url("getSingleSignOn", "DC47E143FA", "ada@example.com", 50, "my_license");
      backend.url("getSingleSignOn", "DC47E143FA", "ada@example.com", "50", "my_license");
    }
  }

  @Nested
  class APartnersLink {
    private static final String PAGE = "https://secure.2checkout.com/partners/account.php";

    @Test
    void needsAPartnerThatIsSet() {
      assertThat(
              backend.call("getPartnerSingleSignOn", "admin@partner01.example", "PARTNER01", PAGE))
          .isEqualTo(PARTNER_NOT_SET);
      assertThat(backend.call("setPartner", "PARTNER01").answer().textValue()).isEqualTo("true");
      assertThat(
              backend.url(
                  "getPartnerSingleSignOn", "admin@partner01.example", "PARTNER01", PAGE, 60, ""))
          .startsWith(API.address() + "/partners/account.php?logintoken=");
    }

    @Test
    void refusesANullForItsAddressWhereItArrivesAsOne() {
      Outcome outcome =
          backend
              .forPartner("PARTNER01")
              .call(
                  "getPartnerSingleSignOn", "admin@partner01.example", "PARTNER01", PAGE, 60, null);

      if (way.sendsNull()) {
        assertThat(outcome).isEqualTo(VALIDATION_IP_INVALID);
      } else {
        assertThat(outcome.answer().textValue()).contains("logintoken=");
      }
    }
  }

  @Test
  void readsAnObject() {
    JsonNode customer = backend.call("getCustomerInformation", "352365983").answer();

    assertThat(customer.path("FirstName").textValue()).isEqualTo("Ada");
    assertThat(customer.path("Address1").textValue()).isEqualTo("12 St James's Square");
    assertThat(customer.path("Enabled").textValue()).isEqualTo("true");
    assertThat(customer.properties()).hasSize(13);
  }

  @Test
  void readsAListOfManyOrOneOrNone() {
    JsonNode subscriptions = backend.call("getCustomerSubscriptions", "352365983").answer();

    assertThat(subscriptions.findValuesAsText("SubscriptionReference"))
        .containsExactly("DC47E143FA", "115D3F5ED1");
    assertThat(subscriptions.get(0).path("Product").path("ProductQuantity").textValue())
        .isEqualTo("3");
    assertThat(backend.call("searchPartners", "PARTNER01").answer().findValuesAsText("PartnerCode"))
        .containsExactly("PARTNER01");
    assertThat(backend.call("searchPartners", "PARTNER01").answer().isArray()).isTrue();
    assertThat(backend.call("searchPartners", "nobody")).isEqualTo(Outcome.value("[]"));
  }

  @Test
  void readsTypesAsTheyAre() {
    String session = backend.session();
    JsonNode partners = php.made("searchPartners", session, "PARTNER01").get("value");
    JsonNode subscriptions =
        php.made("getCustomerSubscriptions", session, "352365983").get("value");

    assertThat(php.made("setPartner", session, "PARTNER01").get("value"))
        .isEqualTo(BooleanNode.TRUE);
    assertThat(partners.isArray()).isTrue();
    assertThat(partners.get(0).path("AvailableCreditLimit").isNumber()).isTrue();
    assertThat(subscriptions.at("/0/RecurringEnabled").isBoolean()).isTrue();
    assertThat(subscriptions.at("/0/Product/ProductQuantity").isInt()).isTrue();
    assertThat(subscriptions.at("/0/SubscriptionReference").isTextual()).isTrue();
  }

  @Test
  void readsAnError() {
    assertThat(backend.call("getSingleSignOn")).isEqualTo(SUBSCRIPTION_MANDATORY);
    assertThat(backend.call("getSingleSignOn", "DC47E143FA", "ada")).isEqualTo(EMAIL_INVALID);
    assertThat(php.call("getSubscription", "0", "DC47E143FA")).isEqualTo(FORBIDDEN);
    assertThat(php.call("login", "DEMOSHOP", "2026-11-22 09:30:00", "00"))
        .isEqualTo(AUTHENTICATION_FAILED);
  }
}
