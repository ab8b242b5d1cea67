package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billingsso.twocheckout.Faults.CUSTOMER_INVALID;
import static org.billingsso.twocheckout.Faults.EMAIL_INVALID;
import static org.billingsso.twocheckout.Faults.PARTNER_BY_CODE_INVALID;
import static org.billingsso.twocheckout.Faults.PARTNER_INVALID;
import static org.billingsso.twocheckout.Faults.PARTNER_TO_SET_INVALID;
import static org.billingsso.twocheckout.Faults.SUBSCRIPTION_INVALID;
import static org.billingsso.twocheckout.Faults.USER_INVALID;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** No merchant sees anything of another one, by whichever method it asks. */
@ParameterizedClass
@EnumSource
class MerchantsTest {
  private static final String OURS = "AvangateCustomerReference";
  private static final String PAGE = "https://secure.2checkout.com/partners/";

  @AutoClose private static final RunningApi API = RunningApi.started();

  private final Backend other;

  MerchantsTest(Protocol protocol) {
    other = API.otherShop(protocol);
  }

  @Test
  void findNoSubscriptionOfAnother() {
    assertThat(other.call("getSubscription", "DC47E143FA")).isEqualTo(SUBSCRIPTION_INVALID);
    assertThat(other.call("getSingleSignOn", "DC47E143FA")).isEqualTo(SUBSCRIPTION_INVALID);
    assertThat(
            other.call(
                "getSingleSignOnByCustomer",
                "700000001",
                OURS,
                "my_subscription",
                "Request[]=code=DC47E143FA"))
        .isEqualTo(SUBSCRIPTION_INVALID);
  }

  @Test
  void findNoCustomerOfAnother() {
    assertThat(other.call("getCustomerInformation", "352365983")).isEqualTo(CUSTOMER_INVALID);
    assertThat(other.call("getCustomerSubscriptions", "352365983")).isEqualTo(CUSTOMER_INVALID);
    assertThat(other.call("getSingleSignOnByCustomer", "352365983", OURS))
        .isEqualTo(CUSTOMER_INVALID);
    assertThat(other.call("getSingleSignOnByCustomer", "CRM-1001", "ExternalCustomerReference"))
        .isEqualTo(CUSTOMER_INVALID);
    assertThat(other.call("getSingleSignOnInCart", "352365983", OURS, "https://example.com/"))
        .isEqualTo(CUSTOMER_INVALID);
    assertThat(other.call("getSingleSignOn", "F00DF00D01", "ada@example.com"))
        .isEqualTo(EMAIL_INVALID);
  }

  @Test
  void findNoPartnerOfAnother() {
    assertThat(other.call("setPartner", "PARTNER02")).isEqualTo(PARTNER_TO_SET_INVALID);
    assertThat(other.call("getPartnerByCode", "PARTNER02")).isEqualTo(PARTNER_BY_CODE_INVALID);
    assertThat(other.call("searchPartners", "PARTNER02").answer().size()).isZero();
    assertThat(other.call("searchPartners", "PARTNER").answer().size()).isEqualTo(1);
    other.forPartner("PARTNER01");
    assertThat(other.call("getPartnerSingleSignOn", "admin@partner02.example", "PARTNER02", PAGE))
        .isEqualTo(PARTNER_INVALID);
  }

  @Test
  void keepApartWhatTheyAgreedWithTheSamePartner() {
    assertThat(
            other
                .call("getPartnerByCode", "PARTNER01")
                .answer()
                .path("AvailableCreditLimit")
                .textValue())
        .isEqualTo("1990.10");
    assertThat(
            other
                .forPartner("PARTNER01")
                .call("getPartnerSingleSignOn", "sales@partner01.example", "PARTNER01", PAGE))
        .isEqualTo(USER_INVALID);
  }
}
