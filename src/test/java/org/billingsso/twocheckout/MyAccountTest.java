package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billingsso.twocheckout.RunningShops.ADA;
import static org.billingsso.twocheckout.RunningShops.ALICE;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.billingsso.Accounts;
import org.billingsso.portal.Browser;
import org.billingsso.signon.Subject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MyAccountTest {
  private static final Subject GRACE = new Subject("DEMOSHOP", "352365984", "grace@example.com");
  private static final Subject OTTO = new Subject("OTHERSHOP", "700000001", "otto@other.example");

  @SuppressWarnings("NullAway.Init")
  private static RunningShops shops;

  @BeforeAll
  static void open() {
    shops = new RunningShops();
  }

  @AfterAll
  static void close() {
    shops.close();
  }

  private static HttpResponse<String> seenByAda(String url) {
    return shops.signedIn(shops.shopperLink(ADA, "/myaccount/?lang=en")).get(url);
  }

  @Nested
  class ALink {
    @ParameterizedTest
    @CsvSource({
      "index, Cloud Backup",
      "view_order, 11223377",
      "my_license, 1 June 2031",
      "change_card, In this emulation the card stays",
      "my_products, Cloud Backup",
      "payment_methods, Visa ending in 4242",
      "user_data, SW1Y 4JH London",
      "order_lookup, Order reference",
      "faq, write from ada@example.com",
    })
    void toEveryAccessPageShowsItsPersonsData(String accessPage, String shown) {
      MyAccountPage page =
          accessPage.equals("index")
              ? MyAccountPage.HOME
              : MyAccountPage.ofSubscription("accessPage", accessPage);
      String target = page.target(Optional.of("115D3F5ED1"), "en");
      Browser browser = shops.browser();

      HttpResponse<String> redirect = browser.get(shops.shopperLink(ADA, target));

      assertThat(redirect.statusCode()).isEqualTo(303);
      assertThat(redirect.headers().firstValue("Location")).contains(target);
      HttpResponse<String> landed = browser.follow(redirect);
      assertThat(landed.statusCode()).isEqualTo(200);
      assertThat(landed.body())
          .contains("Signed in as <strong>Ada Lovelace</strong>")
          .contains(shown)
          .doesNotContain("Grace", "logintoken");
    }

    @ParameterizedTest
    @CsvSource({
      "&logintoken=TOKEN., stands next to its token",
      "&logintoken=TOKEN%22, stands next to its token",
      "&logintoken=, Part of it is missing",
      "&logintoken=3DTOKEN, =3D",
      "&amp;logintoken=TOKEN, &amp;",
    })
    void thatArrivesDamagedSaysSoToWhoeverOpensIt(String parameter, String what) {
      String link = shops.shopperLink(ADA, "/myaccount/?lang=en");
      String token = link.substring(link.lastIndexOf('=') + 1);
      String damaged = "/myaccount/?lang=en" + parameter.replace("TOKEN", token);

      for (Browser browser :
          List.of(shops.browser(), shops.signedIn(shops.shopperLink(ADA, "/myaccount/")))) {
        HttpResponse<String> page = browser.get(damaged);
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("This login link arrived damaged", what);
      }
      assertThat(shops.browser().get(link).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"view_order", "my_license"})
    void toOneSubscriptionShowsThatOneAlone(String accessPage) {
      MyAccountPage page = MyAccountPage.ofSubscription("accessPage", accessPage);

      HttpResponse<String> landed =
          shops.followed(shops.shopperLink(ADA, page.target(Optional.of("115D3F5ED1"), "en")));

      assertThat(landed.body()).contains("115D3F5ED1").doesNotContain("DC47E143FA");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/order/checkout.php?PRODS=AV-PRO,NEW&QTY=2",
          "/order/cart.php?PRODS=AV-PRO,NEW&QTY=2,1",
          "/order/product.php?prods=AV-PRO%2CNEW&qty=2%2Cx",
        })
    void toTheCartFillsItAndKnowsTheBuyer(String buyLink) {
      HttpResponse<String> cart = shops.followed(shops.shopperLink(ADA, buyLink));

      assertThat(cart.statusCode()).isEqualTo(200);
      assertThat(cart.body())
          .containsPattern("Antivirus Pro</th><td[^>]*><code>AV-PRO</code></td><td[^>]*>2</td>")
          .containsPattern("NEW</th><td[^>]*><code>NEW</code></td><td[^>]*>1</td>")
          .contains("Ada Lovelace", "12 St James", "Visa ending in 4242");
    }

    @Test
    void toTheCartMayHaveNothingToBuy() {
      assertThat(shops.followed(shops.shopperLink(ADA, "/order/")).body())
          .contains("Your cart is empty");
    }

    @Test
    void meansNothingInTheControlPanel() {
      String link = shops.shopperLink(ADA, "/partners/");

      assertThat(shops.browser().get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void showsEachMerchantsCustomersTheirOwn() {
      HttpResponse<String> page =
          shops.followed(shops.shopperLink(OTTO, "/myaccount/my_products/?lang=en"));

      assertThat(page.body())
          .contains("Otto Other", "F00DF00D01", "without end")
          .doesNotContain("DEMOSHOP", "Antivirus");
    }
  }

  @Nested
  class ASubscription {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "/myaccount/my_license/?subscription=8AF9A9DC95",
          "/myaccount/my_license/?subscription=F00DF00D01",
          "/myaccount/my_license/?subscription=dc47e143fa&change_card=1",
          "/myaccount/view_order/?subscription=8AF9A9DC95",
          "/myaccount/view_order/?order=11223360",
        })
    void ofSomebodyElseIsNotFound(String url) {
      HttpResponse<String> page = seenByAda(url);

      assertThat(page.statusCode()).isEqualTo(404);
      assertThat(page.body())
          .contains("Ada Lovelace", "You have no ")
          .doesNotContain("39.95", "Grace", "Otto");
    }

    @Test
    void thatIsSharedIsShownToTheGuestAndSoIsItsOrder() {
      try (RunningShops sharing =
          new RunningShops(
              Accounts.of(
                  Merchants.SECTION,
                  """
                  twocheckout:
                    merchants:
                      - code: SHOP
                        secretKey: key
                        customers:
                          - reference: 1
                            person: {firstName: Host, lastName: Payer, email: host@example.com}
                            billing:
                              card: {brand: Visa, lastFour: 1111, expires: 2031-12}
                              subscriptions:
                                - reference: SHARED
                                  product: {code: P, name: Shared product}
                                  price: 1.00 EUR
                                  startDate: 2026-01-01
                                - reference: PRIVATE
                                  product: {code: Q, name: Private product}
                                  price: 2.00 EUR
                                  startDate: 2026-01-01
                            orders:
                              - reference: 77
                                placedOn: 2026-01-01
                                total: 3.00 EUR
                                subscriptions: [SHARED, PRIVATE]
                          - reference: 2
                            person: {firstName: Guest, lastName: User, email: guest@example.com}
                            sharedSubscriptions: [SHARED]
                  """))) {
        Browser guest =
            sharing.signedIn(
                sharing.shopperLink(new Subject("SHOP", "2", "guest@example.com"), "/myaccount/"));

        assertThat(guest.get("/myaccount/my_license/?subscription=SHARED&change_card=1").body())
            .contains("Guest User", "Shared product", "No card is on file")
            .doesNotContain("1111");
        assertThat(guest.get("/myaccount/view_order/?subscription=SHARED").body())
            .contains("Order 77", "SHARED")
            .doesNotContain("PRIVATE");
        assertThat(guest.get("/myaccount/my_license/?subscription=PRIVATE").statusCode())
            .isEqualTo(404);
      }
    }

    @Test
    void needNotBeNamed() {
      assertThat(seenByAda("/myaccount/my_license/").body()).contains("DC47E143FA", "115D3F5ED1");
      assertThat(seenByAda("/myaccount/view_order/").body()).contains("11223344", "11223377");
    }
  }

  @Nested
  class ThePortal {
    @ParameterizedTest
    @ValueSource(strings = {"/myaccount", "/myaccount/user_data", "/support"})
    void answersWithoutTheSlashToo(String url) {
      assertThat(seenByAda(url).statusCode()).isEqualTo(200);
    }

    @Test
    void looksUpTheOrdersOfThePersonOnly() {
      assertThat(seenByAda("/myaccount/order_lookup/?order=11223344").body())
          .contains("119.85 EUR", "DC47E143FA");
      assertThat(seenByAda("/myaccount/order_lookup/?order=11223360").body())
          .contains("You have no order with the reference 11223360")
          .doesNotContain("39.95");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/myaccount/elsewhere/", "/support/elsewhere"})
    void saysWhichPagesItDoesNotHave(String url) {
      HttpResponse<String> page = seenByAda(url);

      assertThat(page.statusCode()).isEqualTo(404);
      assertThat(page.body()).contains("not part of this emulation").contains("Ada Lovelace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/myaccount/", "/myaccount/my_license/", "/support/", "/order/x.php"})
    void showsNobodysDataToWhoIsNotSignedIn(String url) {
      HttpResponse<String> page = shops.browser().get(url);

      assertThat(page.statusCode()).isEqualTo(401);
      assertThat(page.body()).contains("You are signed out");
    }

    @Test
    void showsNothingOfTheAccountToAPartnersUser() {
      Browser alice = shops.signedIn(shops.partnerLink(ALICE, "/partners/"));

      assertThat(alice.get("/myaccount/").statusCode()).isEqualTo(401);
    }

    @Test
    void keepsTwoPeopleInTwoBrowsersApart() {
      Browser ada = shops.signedIn(shops.shopperLink(ADA, "/myaccount/"));
      Browser grace = shops.signedIn(shops.shopperLink(GRACE, "/myaccount/"));

      assertThat(ada.get("/myaccount/").body()).contains("Hello, Ada Lovelace");
      assertThat(grace.get("/myaccount/").body()).contains("Hello, Grace Hopper");
    }

    @Test
    void goesOverToWhomTheNextLinkLetsIn() {
      Browser browser = shops.signedIn(shops.shopperLink(ADA, "/myaccount/"));
      browser.get(shops.shopperLink(GRACE, "/myaccount/"));

      assertThat(browser.get("/myaccount/").body()).contains("Hello, Grace Hopper");
    }

    @Test
    void isClosedToACustomerWhomTheMerchantDoesNotLetIn() {
      try (RunningShops shop =
          new RunningShops(
              Accounts.of(
                  Merchants.SECTION,
                  """
                  twocheckout:
                    merchants:
                      - code: SHOP
                        secretKey: key
                        customers:
                          - reference: 1
                            enabled: false
                            person: {firstName: Locked, lastName: Out, email: out@example.com}
                  """))) {
        Browser browser = shop.signedIn(shop.shopperLink(new Subject("SHOP", "1"), "/myaccount/"));

        assertThat(browser.get("/myaccount/").statusCode()).isEqualTo(401);
      }
    }

    @Test
    void signsOutForGood() {
      Browser browser = shops.signedIn(shops.shopperLink(ADA, "/myaccount/"));

      HttpResponse<String> answer =
          browser.signOut(browser.get("/support/"), "/myaccount/sign_out/");

      assertThat(answer.headers().firstValue("Location")).contains("/myaccount/");
      assertThat(browser.follow(answer).statusCode()).isEqualTo(401);
    }
  }
}
