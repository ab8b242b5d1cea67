package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billingsso.twocheckout.Faults.EMAIL_INVALID;

import java.util.stream.Stream;
import org.billingsso.signon.LoginLink;
import org.billingsso.signon.Subject;
import org.billingsso.signon.Token;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** "myAccount URL" of the specification: where links lead, and whom they sign in. */
@ParameterizedClass
@EnumSource
class MyAccountLinksTest {
  private static final String TOKEN = "&logintoken=[0-9a-f]{40}";
  private static final String ADA = "352365983";
  private static final String OURS = "AvangateCustomerReference";

  @AutoClose private static final RunningApi API = RunningApi.started();

  private final Backend backend;

  MyAccountLinksTest(Protocol protocol) {
    backend = API.demoShop(protocol);
  }

  @Nested
  class OfASubscription {

    @ParameterizedTest
    @CsvSource({
      "view_order, /myaccount/view_order/?subscription=DC47E143FA&lang=en",
      "my_license, /myaccount/my_license/?subscription=DC47E143FA&lang=en",
      "change_card, /myaccount/my_license/?subscription=DC47E143FA&change_card=1&lang=en",
      "my_products, /myaccount/my_products/?lang=en",
      "payment_methods, /myaccount/payment_methods/?lang=en",
      "user_data, /myaccount/user_data/?lang=en",
      "order_lookup, /myaccount/order_lookup/?lang=en",
      "faq, /support/?lang=en"
    })
    void leadToTheirPage(String accessPage, String target) {
      assertThat(backend.url("getSingleSignOn", "DC47E143FA", "", "", accessPage))
          .startsWith(API.address() + target + "&")
          .matches(".*" + TOKEN);
    }

    @ParameterizedTest
    @NullAndEmptySource
    void leadHomeWithoutAPage(@Nullable String accessPage) {
      assertThat(backend.url("getSingleSignOn", "DC47E143FA", null, null, accessPage))
          .matches(API.address() + "/myaccount/\\?lang=en" + TOKEN);
    }

    @Test
    void needNothingButTheReference() {
      assertThat(backend.url("getSingleSignOn", "DC47E143FA"))
          .matches(API.address() + "/myaccount/\\?lang=en" + TOKEN);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"ada@example.com", "ADA@Example.COM"})
    void signInItsCustomer(@Nullable String email) {
      assertThat(subject(backend.token("getSingleSignOn", "DC47E143FA", email)))
          .isEqualTo(new Subject("DEMOSHOP", ADA, "ada@example.com"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "ada",
          "ada@",
          "@example.com",
          "ada @example.com",
          "ada@example.com ",
          "ada@example.com,grace@example.com",
          "ada@exa_mple.com",
          "ada@example..com",
          "<ada@example.com>",
          "nobody@example.com"
        })
    void refuseEveryOtherAddress(String email) {
      assertThat(backend.call("getSingleSignOn", "DC47E143FA", email)).isEqualTo(EMAIL_INVALID);
    }
  }

  @Nested
  class OfACustomer {

    @ParameterizedTest
    @CsvSource({
      "index, /myaccount/?lang=en",
      "my_subscription, /myaccount/my_license/?subscription=115D3F5ED1&lang=en",
      "my_license, /myaccount/my_license/?lang=en",
      "my_products, /myaccount/my_products/?lang=en",
      "user_data, /myaccount/user_data/?lang=en",
      "order_lookup, /myaccount/order_lookup/?lang=en",
      "faq, /support/?lang=en",
      "payment_methods, /myaccount/payment_methods/?lang=en"
    })
    void leadToTheirPage(String page, String target) {
      String request = "Request[]=code=115D3F5ED1";

      assertThat(backend.url("getSingleSignOnByCustomer", ADA, OURS, page, request))
          .startsWith(API.address() + target + "&")
          .matches(".*" + TOKEN);
    }

    @ParameterizedTest
    @CsvSource({
      "352365983, AvangateCustomerReference",
      "352365983, 2CheckoutCustomerReference",
      "CRM-1001, ExternalCustomerReference"
    })
    void signInWhomTheReferenceOfThatTypeNames(String idCustomer, String customerType) {
      Token token = backend.token("getSingleSignOnByCustomer", idCustomer, customerType);

      assertThat(subject(token)).isEqualTo(new Subject("DEMOSHOP", ADA, "ada@example.com"));
    }

    @Test
    void leadHomeWithoutAPage() {
      String home = API.address() + "/myaccount/\\?lang=en" + TOKEN;

      assertThat(backend.url("getSingleSignOnByCustomer", ADA, OURS)).matches(home);
      assertThat(backend.url("getSingleSignOnByCustomer", ADA, OURS, "", "x")).matches(home);
      assertThat(backend.url("getSingleSignOnByCustomer", ADA, OURS, null, null)).matches(home);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Request[]=code=115D3F5ED1",
          "code=115D3F5ED1",
          "a=1&code=115D3F5ED1",
          "Request[0]=code%3D115D3F5ED1",
          "request[]=code=115D3F5ED1",
          "Request%5B%5D=code%3D115D3F5ED1",
          "Request%5B0%5D%3Dcode%3D115D3F5ED1",
          "Request[code]=115D3F5ED1",
          "REQUEST[x]=a%3D1%26code%3D115D3F5ED1",
          "Request[]=a=1&Request[]=code=115D3F5ED1",
          " code = 115D3F5ED1 "
        })
    void findTheSubscriptionInTheRequest(String request) {
      assertThat(backend.url("getSingleSignOnByCustomer", ADA, OURS, "my_subscription", request))
          .contains("subscription=115D3F5ED1&");
    }

    @ParameterizedTest
    @CsvSource({"de, de", "FR, fr", "'', en", "english, en", "'d&', en"})
    void speakTheLanguageAskedForIfItIsOne(String languageCode, String spoken) {
      assertThat(backend.url("getSingleSignOnByCustomer", ADA, OURS, "", "", "", "", languageCode))
          .contains("?lang=" + spoken + "&logintoken=");
    }
  }

  @Test
  void areNeverTheSameTwice() {
    assertThat(
            Stream.generate(() -> backend.token("getSingleSignOn", "DC47E143FA"))
                .limit(50)
                .distinct())
        .hasSize(50);
  }

  @ParameterizedTest
  @MethodSource
  void putTheirTokenBehindAnotherParameter(String method, Object[] arguments) {
    assertThat(backend.url(method, arguments)).matches("[^?]*\\?[^&]+.*" + TOKEN);
  }

  static Stream<Arguments> putTheirTokenBehindAnotherParameter() {
    return Stream.of(
        arguments("getSingleSignOn", "DC47E143FA"),
        arguments("getSingleSignOnByCustomer", ADA, OURS),
        arguments(
            "getSingleSignOnInCart", ADA, OURS, "https://secure.2checkout.com/order/checkout.php"));
  }

  private static Arguments arguments(String method, Object... arguments) {
    return Arguments.of(method, arguments);
  }

  private static Subject subject(Token token) {
    return API.signOn
        .links()
        .look(PortalKinds.MY_ACCOUNT, token)
        .map(LoginLink::subject)
        .orElseThrow();
  }
}
