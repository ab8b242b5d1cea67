package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billingsso.twocheckout.Faults.ACCESS_PAGE_INVALID;
import static org.billingsso.twocheckout.Faults.AUTHENTICATION_FAILED;
import static org.billingsso.twocheckout.Faults.CUSTOMER_INVALID;
import static org.billingsso.twocheckout.Faults.CUSTOMER_TYPE_INVALID;
import static org.billingsso.twocheckout.Faults.EMAIL_INVALID;
import static org.billingsso.twocheckout.Faults.EMAIL_MANDATORY;
import static org.billingsso.twocheckout.Faults.FORBIDDEN;
import static org.billingsso.twocheckout.Faults.PARTNER_BY_CODE_INVALID;
import static org.billingsso.twocheckout.Faults.PARTNER_CODE_MANDATORY;
import static org.billingsso.twocheckout.Faults.PARTNER_INVALID;
import static org.billingsso.twocheckout.Faults.PARTNER_MANDATORY;
import static org.billingsso.twocheckout.Faults.PARTNER_NOT_SET;
import static org.billingsso.twocheckout.Faults.PARTNER_TO_SET_INVALID;
import static org.billingsso.twocheckout.Faults.SEARCH_INVALID;
import static org.billingsso.twocheckout.Faults.SUBSCRIPTION_INVALID;
import static org.billingsso.twocheckout.Faults.SUBSCRIPTION_MANDATORY;
import static org.billingsso.twocheckout.Faults.TOKEN_INVALID;
import static org.billingsso.twocheckout.Faults.URL_INVALID;
import static org.billingsso.twocheckout.Faults.URL_MANDATORY;
import static org.billingsso.twocheckout.Faults.USER_INVALID;
import static org.billingsso.twocheckout.Faults.VALIDATION_IP_INVALID;
import static org.billingsso.twocheckout.Faults.VALIDITY_TIME_INVALID;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.billingsso.twocheckout.Outcome.Failed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Errors" of the specification: every row, and the order in which they are told. */
@ParameterizedClass
@EnumSource
class ErrorTableTest {
  private static final String PARTNER_PAGE = "https://secure.2checkout.com/partners/";
  private static final String ADA = "352365983";
  private static final String OURS = "AvangateCustomerReference";

  @AutoClose private static final RunningApi API = RunningApi.started();

  private final ApiClient client;
  private final Backend backend;

  ErrorTableTest(Protocol protocol) {
    client = API.client(protocol);
    backend = API.demoShop(protocol);
  }

  /**
   * One wrong call: its arguments behind the session's id.
   *
   * @param why what is wrong with it
   */
  record Wrong(String why, Failed error, String method, List<@Nullable Object> arguments) {
    Outcome by(Backend backend) {
      return backend.call(method, arguments.toArray());
    }

    @Override
    public String toString() {
      return method + ": " + why;
    }
  }

  @Nested
  class EveryRow {

    @ParameterizedTest
    @MethodSource
    void isToldInSessionsWithAPartner(Wrong call) {
      assertThat(call.by(backend.forPartner("PARTNER01"))).isEqualTo(call.error());
    }

    static Stream<Wrong> isToldInSessionsWithAPartner() {
      return Stream.of(
          partner("no address", EMAIL_MANDATORY, null, "PARTNER01", PARTNER_PAGE),
          partner("empty address", EMAIL_MANDATORY, "", "PARTNER01", PARTNER_PAGE),
          partner("malformed address", EMAIL_INVALID, "admin", "PARTNER01", PARTNER_PAGE),
          partner("no partner", PARTNER_MANDATORY, "admin@partner01.example", null, PARTNER_PAGE),
          partner("empty partner", PARTNER_MANDATORY, "admin@partner01.example", "", PARTNER_PAGE),
          partner("unknown partner", PARTNER_INVALID, "admin@partner01.example", "X", PARTNER_PAGE),
          partner(
              "inactive partner",
              PARTNER_INVALID,
              "admin@partner99.example",
              "PARTNER99",
              PARTNER_PAGE),
          partner(
              "another partner than the one set",
              PARTNER_INVALID,
              "admin@partner02.example",
              "PARTNER02",
              PARTNER_PAGE),
          partner(
              "nobody's address", USER_INVALID, "nobody@example.com", "PARTNER01", PARTNER_PAGE),
          partner(
              "another partner's user",
              USER_INVALID,
              "admin@partner02.example",
              "PARTNER01",
              PARTNER_PAGE),
          partner("no page", URL_MANDATORY, "admin@partner01.example", "PARTNER01", null),
          partner("empty page", URL_MANDATORY, "admin@partner01.example", "PARTNER01", ""),
          partner("no URL", URL_INVALID, "admin@partner01.example", "PARTNER01", "partners"),
          partner(
              "no validity",
              VALIDITY_TIME_INVALID,
              "admin@partner01.example",
              "PARTNER01",
              PARTNER_PAGE,
              0),
          partner(
              "a name for an address",
              VALIDATION_IP_INVALID,
              "admin@partner01.example",
              "PARTNER01",
              PARTNER_PAGE,
              60,
              "localhost"),
          partner(
              "null for an address",
              VALIDATION_IP_INVALID,
              "admin@partner01.example",
              "PARTNER01",
              PARTNER_PAGE,
              60,
              null));
    }

    @ParameterizedTest
    @MethodSource
    void isToldInAnySession(Wrong call) {
      assertThat(call.by(backend)).isEqualTo(call.error());
    }

    static Stream<Wrong> isToldInAnySession() {
      return Stream.of(
          wrong("missing", PARTNER_CODE_MANDATORY, "setPartner"),
          wrong("null", PARTNER_CODE_MANDATORY, "setPartner", (Object) null),
          wrong("empty", PARTNER_CODE_MANDATORY, "setPartner", ""),
          wrong("unknown", PARTNER_TO_SET_INVALID, "setPartner", "PARTNER98"),
          wrong("in another letter case", PARTNER_TO_SET_INVALID, "setPartner", "partner01"),
          wrong("inactive", PARTNER_TO_SET_INVALID, "setPartner", "PARTNER99"),
          wrong("missing", PARTNER_CODE_MANDATORY, "getPartnerByCode"),
          wrong("empty", PARTNER_CODE_MANDATORY, "getPartnerByCode", ""),
          wrong("unknown", PARTNER_BY_CODE_INVALID, "getPartnerByCode", "PARTNER98"),
          wrong("inactive", PARTNER_BY_CODE_INVALID, "getPartnerByCode", "PARTNER99"),
          wrong("missing", SEARCH_INVALID, "searchPartners"),
          wrong("null", SEARCH_INVALID, "searchPartners", (Object) null),
          wrong("empty", SEARCH_INVALID, "searchPartners", ""),
          wrong("no reference", SUBSCRIPTION_MANDATORY, "getSingleSignOn"),
          wrong("null reference", SUBSCRIPTION_MANDATORY, "getSingleSignOn", (Object) null),
          wrong("empty reference", SUBSCRIPTION_MANDATORY, "getSingleSignOn", ""),
          wrong("unknown reference", SUBSCRIPTION_INVALID, "getSingleSignOn", "AAAAAAAAAA"),
          wrong("other letter case", SUBSCRIPTION_INVALID, "getSingleSignOn", "dc47e143fa"),
          wrong("another merchant's", SUBSCRIPTION_INVALID, "getSingleSignOn", "F00DF00D01"),
          wrong("malformed address", EMAIL_INVALID, "getSingleSignOn", "DC47E143FA", "ada@"),
          wrong(
              "not a customer of the subscription",
              EMAIL_INVALID,
              "getSingleSignOn",
              "DC47E143FA",
              "grace@example.com"),
          wrong(
              "negative validity",
              VALIDITY_TIME_INVALID,
              "getSingleSignOn",
              "DC47E143FA",
              "",
              "-1"),
          wrong(
              "unknown page",
              ACCESS_PAGE_INVALID,
              "getSingleSignOn",
              "DC47E143FA",
              "",
              "",
              "my_house"),
          wrong(
              "a page of getSingleSignOnByCustomer",
              ACCESS_PAGE_INVALID,
              "getSingleSignOn",
              "DC47E143FA",
              "",
              "",
              "my_subscription"),
          wrong(
              "a name for an address",
              VALIDATION_IP_INVALID,
              "getSingleSignOn",
              "DC47E143FA",
              "",
              "",
              "",
              "example.com"),
          byCustomer("no customer", CUSTOMER_INVALID, null, OURS),
          byCustomer("empty customer", CUSTOMER_INVALID, "", OURS),
          byCustomer("unknown customer", CUSTOMER_INVALID, "1", OURS),
          byCustomer("another merchant's customer", CUSTOMER_INVALID, "700000001", OURS),
          byCustomer("external for own", CUSTOMER_INVALID, "CRM-1001", OURS),
          byCustomer("own for external", CUSTOMER_INVALID, ADA, "ExternalCustomerReference"),
          byCustomer("no type", CUSTOMER_TYPE_INVALID, ADA, null),
          byCustomer("empty type", CUSTOMER_TYPE_INVALID, ADA, ""),
          byCustomer("unknown type", CUSTOMER_TYPE_INVALID, ADA, "CustomerReference"),
          byCustomer("unknown page", ACCESS_PAGE_INVALID, ADA, OURS, "my_house"),
          byCustomer("getSingleSignOn's page", ACCESS_PAGE_INVALID, ADA, OURS, "change_card"),
          byCustomer("no request", SUBSCRIPTION_MANDATORY, ADA, OURS, "my_subscription"),
          byCustomer(
              "a request without a code",
              SUBSCRIPTION_MANDATORY,
              ADA,
              OURS,
              "my_subscription",
              "Request[]=id=1"),
          byCustomer(
              "an unknown subscription",
              SUBSCRIPTION_INVALID,
              ADA,
              OURS,
              "my_subscription",
              "Request[]=code=123D40F123"),
          byCustomer(
              "another customer's subscription",
              SUBSCRIPTION_INVALID,
              ADA,
              OURS,
              "my_subscription",
              "Request[]=code=8AF9A9DC95"),
          byCustomer("no validity", VALIDITY_TIME_INVALID, ADA, OURS, "", "", "0"),
          byCustomer("no address", VALIDATION_IP_INVALID, ADA, OURS, "", "", "", "x"),
          wrong("no customer", CUSTOMER_INVALID, "getSingleSignOnInCart"),
          wrong("no type", CUSTOMER_TYPE_INVALID, "getSingleSignOnInCart", ADA),
          wrong("no url", URL_MANDATORY, "getSingleSignOnInCart", ADA, OURS),
          wrong("empty url", URL_MANDATORY, "getSingleSignOnInCart", ADA, OURS, ""),
          wrong("no URL", URL_INVALID, "getSingleSignOnInCart", ADA, OURS, "order"),
          wrong(
              "no validity",
              VALIDITY_TIME_INVALID,
              "getSingleSignOnInCart",
              ADA,
              OURS,
              "https://secure.avangate.com/order/checkout.php?PRODS=1",
              "soon"),
          wrong(
              "no address",
              VALIDATION_IP_INVALID,
              "getSingleSignOnInCart",
              ADA,
              OURS,
              "https://secure.avangate.com/order/checkout.php?PRODS=1",
              "",
              "here"),
          wrong("no token", TOKEN_INVALID, "getCustomerInformationBySSOToken"),
          wrong("empty token", TOKEN_INVALID, "getCustomerInformationBySSOToken", ""),
          wrong("unknown token", TOKEN_INVALID, "getCustomerInformationBySSOToken", "0".repeat(40)),
          wrong("missing", SUBSCRIPTION_MANDATORY, "getSubscription"),
          wrong("unknown", SUBSCRIPTION_INVALID, "getSubscription", "AAAAAAAAAA"),
          wrong("missing", CUSTOMER_INVALID, "getCustomerSubscriptions"),
          wrong("unknown", CUSTOMER_INVALID, "getCustomerSubscriptions", "1"),
          wrong(
              "two different customers",
              CUSTOMER_INVALID,
              "getCustomerSubscriptions",
              ADA,
              "CRM-1002"),
          wrong("missing", CUSTOMER_INVALID, "getCustomerInformation"),
          wrong("unknown", CUSTOMER_INVALID, "getCustomerInformation", "1"),
          wrong(
              "two different customers",
              CUSTOMER_INVALID,
              "getCustomerInformation",
              ADA,
              "CRM-1002"));
    }

    @Test
    void isToldBeforeAPartnerIsSet() {
      assertThat(
              backend.call(
                  "getPartnerSingleSignOn", "admin@partner01.example", "PARTNER01", PARTNER_PAGE))
          .isEqualTo(PARTNER_NOT_SET);
    }

    @Test
    void isToldWithoutALogin() {
      assertThat(client.call("login", "DEMOSHOP", "2026-11-22 09:30:00", "00"))
          .isEqualTo(AUTHENTICATION_FAILED);
    }
  }

  /** All methods but {@code login} begin with the session, whatever else is wrong. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "getSingleSignOn",
        "getSingleSignOnByCustomer",
        "getSingleSignOnInCart",
        "getCustomerInformationBySSOToken",
        "setPartner",
        "getPartnerByCode",
        "searchPartners",
        "getPartnerSingleSignOn",
        "getSubscription",
        "getCustomerSubscriptions",
        "getCustomerInformation"
      })
  void theSessionComesFirst(String method) {
    assertThat(client.call(method)).isEqualTo(FORBIDDEN);
    assertThat(client.call(method, (Object) null)).isEqualTo(FORBIDDEN);
    assertThat(client.call(method, "")).isEqualTo(FORBIDDEN);
    assertThat(client.call(method, "0".repeat(40), "")).isEqualTo(FORBIDDEN);
    assertThat(client.call(method, backend.session().toUpperCase(Locale.ROOT)))
        .isEqualTo(FORBIDDEN);
  }

  /** With everything wrong, one parameter after the other is put right. */
  @Nested
  class TheOrderOfParameters {

    @ParameterizedTest
    @MethodSource
    void decidesWhichErrorIsTold(Wrong call) {
      assertThat(call.by(backend.forPartner("PARTNER01"))).isEqualTo(call.error());
    }

    static Stream<Wrong> decidesWhichErrorIsTold() {
      return Stream.of(
          partner("1 missing", EMAIL_MANDATORY, null, null, null, "x", "x"),
          partner("1 malformed", EMAIL_INVALID, "x", null, null, "x", "x"),
          partner("2 missing", PARTNER_MANDATORY, "no@body.example", null, null, "x", "x"),
          partner("2 unknown", PARTNER_INVALID, "no@body.example", "x", null, "x", "x"),
          partner("1 and 2", USER_INVALID, "no@body.example", "PARTNER01", null, "x", "x"),
          partner("3 missing", URL_MANDATORY, "admin@partner01.example", "PARTNER01", "", "x", "x"),
          partner("3 malformed", URL_INVALID, "admin@partner01.example", "PARTNER01", "x", "x"),
          partner(
              "4 malformed",
              VALIDITY_TIME_INVALID,
              "admin@partner01.example",
              "PARTNER01",
              PARTNER_PAGE,
              "x",
              "x"),
          wrong("1 missing", SUBSCRIPTION_MANDATORY, "getSingleSignOn", "", "x", "x", "x", "x"),
          wrong("1 unknown", SUBSCRIPTION_INVALID, "getSingleSignOn", "x", "x", "x", "x", "x"),
          wrong("2", EMAIL_INVALID, "getSingleSignOn", "DC47E143FA", "x", "x", "x", "x"),
          wrong("3", VALIDITY_TIME_INVALID, "getSingleSignOn", "DC47E143FA", "", "x", "x", "x"),
          wrong("4", ACCESS_PAGE_INVALID, "getSingleSignOn", "DC47E143FA", "", "", "x", "x"),
          byCustomer("1 missing", CUSTOMER_INVALID, "", "x", "x", "x", "x", "x"),
          byCustomer("2 malformed", CUSTOMER_TYPE_INVALID, "x", "x", "x", "x", "x", "x"),
          byCustomer("1 and 2", CUSTOMER_INVALID, "x", OURS, "x", "x", "x", "x"),
          byCustomer("3", ACCESS_PAGE_INVALID, ADA, OURS, "x", "x", "x", "x"),
          byCustomer("4", SUBSCRIPTION_MANDATORY, ADA, OURS, "my_subscription", "x", "x", "x"),
          byCustomer("5", VALIDITY_TIME_INVALID, ADA, OURS, "", "", "x", "x"),
          wrong("2", CUSTOMER_TYPE_INVALID, "getSingleSignOnInCart", "x", "x", "x", "x", "x"),
          wrong("1 and 2", CUSTOMER_INVALID, "getSingleSignOnInCart", "x", OURS, "x", "x", "x"),
          wrong("3", URL_INVALID, "getSingleSignOnInCart", ADA, OURS, "x", "x", "x"));
    }

    @Test
    void putsThePartnerThatMustBeSetBehindTheSession() {
      assertThat(backend.call("getPartnerSingleSignOn", "", "", "", "x", "x"))
          .isEqualTo(PARTNER_NOT_SET);
    }
  }

  private static Wrong wrong(
      String why, Failed error, String method, @Nullable Object... arguments) {
    return new Wrong(why, error, method, Arrays.asList(arguments));
  }

  private static Wrong partner(String why, Failed error, @Nullable Object... arguments) {
    return wrong(why, error, "getPartnerSingleSignOn", arguments);
  }

  private static Wrong byCustomer(String why, Failed error, @Nullable Object... arguments) {
    return wrong(why, error, "getSingleSignOnByCustomer", arguments);
  }
}
