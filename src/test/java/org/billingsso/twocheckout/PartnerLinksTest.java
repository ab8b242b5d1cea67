package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billingsso.twocheckout.Faults.PARTNER_INVALID;
import static org.billingsso.twocheckout.Faults.PARTNER_NOT_SET;
import static org.billingsso.twocheckout.Faults.URL_INVALID;
import static org.billingsso.twocheckout.Faults.USER_INVALID;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Outcome.Called;
import org.billingsso.signon.LoginLink;
import org.billingsso.signon.Subject;
import org.billingsso.signon.Token;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Partner control panel URL" of the specification. */
@ParameterizedClass
@EnumSource
class PartnerLinksTest {
  private static final String ALICE = "admin@partner01.example";
  private static final String TOKEN = "logintoken=[0-9a-f]{32}";

  @AutoClose private static final RunningApi API = RunningApi.started();

  @AutoClose
  private static final RunningApi ELSEWHERE =
      RunningApi.with(Choices.withControlPanelAt("https://panel.example.com"));

  @AutoClose private static final RunningApi LENIENT = RunningApi.with(Choices.withoutSetPartner());

  private final Protocol protocol;
  private final Backend backend;

  PartnerLinksTest(Protocol protocol) {
    this.protocol = protocol;
    this.backend = API.demoShop(protocol);
  }

  @Nested
  class APageOfTheControlPanel {

    @ParameterizedTest
    @CsvSource({
      "https://secure.avangate.com/partners/, /partners/",
      "https://secure.avangate.com/partners, /partners",
      "https://secure.2checkout.com/partners/, /partners/",
      "https://secure.2checkout.com/cpanel/, /cpanel/",
      "https://secure.2checkout.com/cpanel/account.php, /cpanel/account.php",
      "https://secure.2checkout.com:443/partners/, /partners/",
      "HTTPS://Secure.2Checkout.COM/partners/, /partners/",
      "https://secure.2checkout.com/partners/partner_add_order.php,"
          + " /partners/partner_add_order.php",
      "https://secure.2checkout.com/partners/no/such-page.php, /partners/no/such-page.php",
      "https://secure.2checkout.com/partners/a%20b.php, /partners/a%20b.php",
      "https://secure.2checkout.com/partners/%C3%A9t%C3%A9, /partners/%C3%A9t%C3%A9",
      "https://secure.2checkout.com/partners/...html, /partners/...html",
      "https://secure.2checkout.com/partners/#orders, /partners/",
      "https://secure.2checkout.com/partners/?, /partners/"
    })
    void becomesTheSamePageHere(String accessPage, String path) {
      assertThat(url(accessPage)).matches(quoted(API.address() + path) + "\\?" + TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "a=1",
          "a=1&b=2",
          "a=1&&b=2",
          "a",
          "a=b=c",
          "a[]=1&a[]=2",
          "a=%26%3D%3F",
          "a=x+y%20z",
          "a=https://example.com/?b",
          "a=..&b=%2e%2e",
          "a=;b"
        })
    void keepsItsOwnQuery(String query) {
      assertThat(url("https://secure.2checkout.com/partners/orders.php?" + query))
          .matches(quoted(API.address() + "/partners/orders.php?" + query) + "&" + TOKEN);
    }

    @Test
    void mayHaveAPipeWhichIsEncodedThen() {
      assertThat(url("https://secure.2checkout.com/partners/a|b.php?c=d|e"))
          .matches(quoted(API.address() + "/partners/a%7Cb.php?c=d%7Ce") + "&" + TOKEN);
    }

    @Test
    void livesWhereTheOperatorSays() {
      Backend elsewhere = ELSEWHERE.demoShop(protocol).forPartner("PARTNER01");
      String panel = "https://panel.example.com/partners/";
      String vendors = "https://secure.2checkout.com/partners/";

      assertThat(elsewhere.url("getPartnerSingleSignOn", ALICE, "PARTNER01", panel))
          .startsWith(ELSEWHERE.address() + "/partners/?");
      assertThat(elsewhere.call("getPartnerSingleSignOn", ALICE, "PARTNER01", vendors))
          .isEqualTo(URL_INVALID);
    }

    @Test
    void mayBeGivenAtThisGateway() {
      assertThat(url(API.address() + "/partners/proformas.php?id=7"))
          .matches(quoted(API.address() + "/partners/proformas.php?id=7") + "&" + TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "logintoken=0123",
          "logintoken",
          "LOGINTOKEN=0123",
          "login%74oken=0123",
          "%6c%6F%67intoken=0123",
          "a=1&logintoken=0123&b=2",
          "logintoken=01&logintoken=23"
        })
    void carriesNoOtherToken(String query) {
      String target = url("https://secure.2checkout.com/partners/?" + query);

      assertThat(target).matches(".*[?&]" + TOKEN).doesNotContain("0123");
      assertThat(target.split("[?&]", -1)).filteredOn(PartnerLinksTest::isToken).hasSize(1);
    }
  }

  private static boolean isToken(String parameter) {
    return parameter.matches("(?i)(l|%6c)(o|%6f)(g|%67)in(t|%74)oken(=.*)?");
  }

  @Nested
  class EverythingElse {

    @ParameterizedTest
    @MethodSource
    void isRefused(String accessPage) {
      assertThat(link(accessPage)).isEqualTo(URL_INVALID);
    }

    static Stream<String> isRefused() {
      return Stream.of(
              PageUrls.HOSTILE.stream(),
              PageUrls.HOSTILE_TAILS.stream()
                  .map(tail -> "https://secure.2checkout.com/partners" + tail),
              PageUrls.HOSTILE_TAILS.stream()
                  .map(tail -> "https://secure.avangate.com/partners/deep/down" + tail),
              PageUrls.HOSTILE_TAILS.stream().map(tail -> API.address() + "/partners" + tail),
              Stream.of(
                      "",
                      "/",
                      "/partner/",
                      "/partnersX/",
                      "/Partners/",
                      "/PARTNERS/",
                      "/%70artners/",
                      "/partners%2f",
                      "/partners;x=1/",
                      "/myaccount/",
                      "/order/checkout.php",
                      "/rpc/6.0/",
                      "?partners/",
                      "#/partners/",
                      "//partners/",
                      "/a/../partners/",
                      "/./partners/")
                  .map("https://secure.2checkout.com"::concat))
          .flatMap(any -> any);
    }
  }

  @Nested
  class TheOperator {

    @ParameterizedTest
    @CsvSource(
        delimiter = ';',
        value = {
          "https://secure.2checkout.com/partners/^;"
              + "accessPage has a character that must be percent-encoded; seen: ^ (U+005E)",
          "https://a@secure.2checkout.com/partners/;"
              + "accessPage has a user name or password before its host",
          "https://secure.2checkout.com/partners/..;accessPage has a path with a segment that",
          "https://secure.2checkout.com/myaccount/|;"
              + "accessPage is no page of the control panel; seen: /myaccount/%7C",
          "https://example.com/partners/|;"
              + "login links do not lead to; seen: https://example.com;"
              + " expected: this gateway's own or one of the setting's;"
              + " setting: twocheckout.controlPanelOrigins",
        })
    void isToldWhatIsWrongWithAPage(String accessPage, String why) {
      List<String> told = new CopyOnWriteArrayList<>();
      Consumer<org.billingsso.journal.Outcome> listener =
          outcome -> told.add(((Called) outcome).refusal().map(ApiRefusal::why).orElse(""));
      API.outcomes.add(listener);
      assertThat(link(accessPage)).isEqualTo(URL_INVALID);
      API.outcomes.remove(listener);

      assertThat(told).last().asString().contains(why);
    }
  }

  @Nested
  class AUser {

    @ParameterizedTest
    @ValueSource(strings = {ALICE, "ADMIN@Partner01.Example"})
    void isSignedInToTheirPartner(String email) {
      String url = urlFor(email, "https://secure.2checkout.com/partners/");

      assertThat(subject(url)).isEqualTo(new Subject("DEMOSHOP", "PARTNER01", ALICE));
    }

    @Test
    void isSignedInToThisMerchantsPartnerOnly() {
      Backend other = API.otherShop(protocol).forPartner("PARTNER01");
      String page = "https://secure.2checkout.com/partners/";
      String url = other.url("getPartnerSingleSignOn", ALICE, "PARTNER01", page);

      assertThat(subject(url)).isEqualTo(new Subject("OTHERSHOP", "PARTNER01", ALICE));
      assertThat(other.call("getPartnerSingleSignOn", "sales@partner01.example", "PARTNER01", page))
          .isEqualTo(USER_INVALID);
    }
  }

  @Nested
  class SetPartner {
    private static final String PAGE = "https://secure.2checkout.com/partners/";

    @Test
    void answersTrue() {
      assertThat(backend.call("setPartner", "PARTNER01").answer().textValue()).isEqualTo("true");
    }

    @Test
    void isForOneSessionOnly() {
      Backend another = API.demoShop(protocol);
      backend.forPartner("PARTNER01");

      assertThat(another.call("getPartnerSingleSignOn", ALICE, "PARTNER01", PAGE))
          .isEqualTo(PARTNER_NOT_SET);
    }

    @Test
    void countsTheLastTime() {
      backend.forPartner("PARTNER01").forPartner("PARTNER02");

      backend.url("getPartnerSingleSignOn", "admin@partner02.example", "PARTNER02", PAGE);
      assertThat(backend.call("getPartnerSingleSignOn", ALICE, "PARTNER01", PAGE))
          .isEqualTo(PARTNER_INVALID);
    }

    @Test
    void changesNothingWhereItFails() {
      backend.forPartner("PARTNER01").call("setPartner", "PARTNER99");

      backend.url("getPartnerSingleSignOn", ALICE, "PARTNER01", PAGE);
    }

    @Test
    void isNotNeededWhereTheOperatorLiftsThat() {
      Backend lenient = LENIENT.demoShop(protocol);

      lenient.url("getPartnerSingleSignOn", ALICE, "PARTNER01", PAGE);
      assertThat(
              lenient
                  .forPartner("PARTNER02")
                  .call("getPartnerSingleSignOn", ALICE, "PARTNER01", PAGE))
          .isEqualTo(PARTNER_INVALID);
    }
  }

  private Outcome link(@Nullable String accessPage) {
    return backend
        .forPartner("PARTNER01")
        .call("getPartnerSingleSignOn", ALICE, "PARTNER01", accessPage);
  }

  private String url(String accessPage) {
    return urlFor(ALICE, accessPage);
  }

  private String urlFor(String email, String accessPage) {
    return backend
        .forPartner("PARTNER01")
        .url("getPartnerSingleSignOn", email, "PARTNER01", accessPage);
  }

  private static Subject subject(String url) {
    Token token = new Token(url.substring(url.lastIndexOf('=') + 1));
    return API.signOn
        .links()
        .look(PortalKinds.PARTNER_PANEL, token)
        .map(LoginLink::subject)
        .orElseThrow();
  }

  private static String quoted(String literal) {
    return Pattern.quote(literal);
  }
}
