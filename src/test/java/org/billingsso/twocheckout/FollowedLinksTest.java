package org.billingsso.twocheckout;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.billingsso.LoopbackSettings;
import org.billingsso.http.AddressRange;
import org.billingsso.http.Forwarding;
import org.billingsso.http.Forwarding.ForwardedBy;
import org.billingsso.portal.Browser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** "Redemption" of the specification: whom the links that the API makes let in, and when. */
@ParameterizedClass
@EnumSource
class FollowedLinksTest {
  private static final String HOME = "203.0.113.9";
  private static final String ELSEWHERE = "198.51.100.7";

  /** The visitors come through a proxy, so that each has an address. */
  @AutoClose
  private static final RunningApi API =
      RunningApi.Setup.usual()
          .with(
              new LoopbackSettings()
                  .forwarding(
                      new Forwarding(
                          List.of(AddressRange.parse("127.0.0.0/8").orElseThrow()),
                          ForwardedBy.X_FORWARDED))
                  .build())
          .start();

  /** Where a link leads. */
  enum Target {
    MY_ACCOUNT {
      @Override
      String link(Backend backend, String validationIp) {
        return backend.url("getSingleSignOn", "DC47E143FA", "", "", "my_products", validationIp);
      }
    },
    CART {
      @Override
      String link(Backend backend, String validationIp) {
        String buyLink = API.address() + "/order/checkout.php?PRODS=AV-PRO";
        String type = "AvangateCustomerReference";
        return backend.url("getSingleSignOnInCart", "352365983", type, buyLink, "", validationIp);
      }
    },
    CONTROL_PANEL {
      @Override
      String link(Backend backend, String validationIp) {
        String page = API.address() + "/partners/";
        String user = "admin@partner01.example";
        return backend
            .forPartner("PARTNER01")
            .url("getPartnerSingleSignOn", user, "PARTNER01", page, "", validationIp);
      }
    };

    abstract String link(Backend backend, String validationIp);
  }

  private final Target target;

  FollowedLinksTest(Target target) {
    this.target = target;
  }

  @Test
  void letInOnce() {
    String link = link("");

    assertThat(follow(link, HOME).statusCode()).isEqualTo(303);
    HttpResponse<String> again = follow(link, HOME);
    assertThat(again.statusCode()).isEqualTo(410);
    assertThat(again.body()).contains("already been used");
  }

  @Test
  void areGoneFromTheMomentTheyExpire() {
    String inTime = link("");
    String late = link("");

    API.clock.advance(ofSeconds(10).minus(ofMillis(1)));
    assertThat(follow(inTime, HOME).statusCode()).isEqualTo(303);
    API.clock.advance(ofMillis(1));
    HttpResponse<String> page = follow(late, HOME);
    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.body()).contains("has expired");
  }

  @Test
  void letNobodyInFromElsewhereAndStayUnused() {
    String link = link(HOME);

    HttpResponse<String> page = follow(link, ELSEWHERE);

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("bound to another address");
    assertThat(follow(link, HOME).statusCode()).isEqualTo(303);
  }

  @Test
  void areUnknownUnlessTheyWereIssued() {
    String link = link("");
    int token = link.lastIndexOf('=') + 1;
    String invented = link.substring(0, token) + "0".repeat(link.length() - token);

    HttpResponse<String> page = follow(invented, HOME);

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "HEAD, Accept, */*",
    "OPTIONS, Accept, */*",
    "GET, Sec-Purpose, prefetch",
    "GET, Purpose, prefetch",
    "GET, X-Moz, prefetch"
  })
  void areNotUsedUpByWhoOnlyLooks(String method, String header, String value) {
    String link = link("");

    HttpResponse<String> looked = new Browser(API.address()).request(method, link, header, value);

    assertThat(looked.headers().map()).doesNotContainKeys("Set-Cookie", "Location");
    assertThat(follow(link, HOME).statusCode()).isEqualTo(303);
  }

  private String link(String validationIp) {
    return target.link(API.demoShop(Protocol.JSON_RPC), validationIp);
  }

  private static HttpResponse<String> follow(String link, String address) {
    return new Browser(API.address()).request("GET", link, "X-Forwarded-For", address);
  }
}
