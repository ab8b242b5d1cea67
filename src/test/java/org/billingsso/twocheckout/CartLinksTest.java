package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billingsso.twocheckout.Faults.URL_INVALID;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.billingsso.signon.LoginLink;
import org.billingsso.signon.Subject;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code getSingleSignOnInCart}: a buy link that signs a shopper in. */
@ParameterizedClass
@EnumSource
class CartLinksTest {
  private static final String TOKEN = "&logintoken=[0-9a-f]{40}";
  private static final String ADA = "352365983";
  private static final String OURS = "AvangateCustomerReference";

  @AutoClose private static final RunningApi API = RunningApi.started();

  @AutoClose
  private static final RunningApi ELSEWHERE =
      RunningApi.with(Choices.withCartAt("https://shop.example.com:8443"));

  private final Protocol protocol;
  private final Backend backend;

  CartLinksTest(Protocol protocol) {
    this.protocol = protocol;
    this.backend = API.demoShop(protocol);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://secure.avangate.com/order/checkout.php?PRODS=4639321&QTY=1&CART=1",
        "https://secure.2checkout.com/order/cart.php?PRODS=4639321",
        "https://secure.2checkout.com/checkout/buy?merchant=DEMOSHOP&tpl=one-column",
        "https://secure.2checkout.com/order/checkout.php?PRODS=1&OPTIONS1[]=a%7Cb&LANG=de"
      })
  void keepTheBuyLinkAndAppendTheToken(String buyLink) {
    assertThat(url(buyLink)).matches(Pattern.quote(buyLink) + TOKEN);
  }

  @Test
  void mayLeadToThisGateway() {
    String buyLink = API.address() + "/order/checkout.php?PRODS=4639321";

    assertThat(url(buyLink)).matches(Pattern.quote(buyLink) + TOKEN);
  }

  @Test
  void putALanguageBeforeATokenThatWouldBeTheFirstParameter() {
    String buyLink = "https://secure.2checkout.com/order/checkout.php";

    assertThat(url(buyLink)).matches(Pattern.quote(buyLink + "?lang=en") + TOKEN);
  }

  @Test
  void carryNoOtherToken() {
    assertThat(url("https://secure.2checkout.com/order/?PRODS=1&logintoken=0123"))
        .matches(Pattern.quote("https://secure.2checkout.com/order/?PRODS=1") + TOKEN);
  }

  @Test
  void signInTheCustomer() {
    String buyLink = "https://secure.2checkout.com/order/checkout.php?PRODS=1";

    assertThat(
            API.signOn
                .links()
                .look(
                    PortalKinds.MY_ACCOUNT,
                    backend.token("getSingleSignOnInCart", ADA, OURS, buyLink))
                .map(LoginLink::subject))
        .hasValue(new Subject("DEMOSHOP", ADA, "ada@example.com"));
  }

  @ParameterizedTest
  @MethodSource
  void areRefusedForEveryOtherUrl(String url) {
    assertThat(backend.call("getSingleSignOnInCart", ADA, OURS, url)).isEqualTo(URL_INVALID);
  }

  static Stream<String> areRefusedForEveryOtherUrl() {
    return Stream.concat(
        PageUrls.HOSTILE.stream(),
        PageUrls.HOSTILE_TAILS.stream().map(tail -> "https://secure.2checkout.com/order" + tail));
  }

  @Test
  void leadWhereTheOperatorSays() {
    Backend elsewhere = ELSEWHERE.demoShop(protocol);
    String buyLink = "https://shop.example.com:8443/buy?PRODS=1";

    assertThat(elsewhere.url("getSingleSignOnInCart", ADA, OURS, buyLink))
        .matches(Pattern.quote(buyLink) + TOKEN);
    assertThat(
            elsewhere.call(
                "getSingleSignOnInCart",
                ADA,
                OURS,
                "https://secure.2checkout.com/order/checkout.php?PRODS=1"))
        .isEqualTo(URL_INVALID);
  }

  private String url(String buyLink) {
    return backend.url("getSingleSignOnInCart", ADA, OURS, buyLink);
  }
}
