package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billingsso.twocheckout.RunningShops.ADA;
import static org.billingsso.twocheckout.RunningShops.ALICE;

import java.net.http.HttpResponse;
import org.billingsso.Accounts;
import org.billingsso.portal.Browser;
import org.billingsso.signon.Subject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlPanelTest {
  private static final Subject ALICE_ELSEWHERE =
      new Subject("OTHERSHOP", "PARTNER01", "admin@partner01.example");

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

  private static HttpResponse<String> seenByAlice(String url) {
    return shops.signedIn(shops.partnerLink(ALICE, "/partners/")).get(url);
  }

  @ParameterizedTest
  @CsvSource({
    "/partners/, Available",
    "/partners/partner_add_order.php, For customers",
    "/partners/reports_customers.php, ada@example.com",
    "/partners/proformas.php, P01-PF-12",
    "/partners/account.php, sales@partner01.example",
    "/partners/partnership.php, 20 % of the list price",
    "/partners/order_info.php?refno=11223344, 119.85 EUR",
    "/partners/subscription_info.php?refno=115D3F5ED1, Cloud Backup",
    "/partners/invoice_info.php?refno=P01-2026-07, Orders of June 2026",
    "/partners/invoice_info.php?refno=P01-PF-12, 'Antivirus Pro, 50 licenses'",
    "/partners/orders/new?x=1, not part of this emulation",
    "/cpanel/, not part of this emulation",
    "/cpanel/index.php?page=2, not part of this emulation",
  })
  void showsThePageOfEveryLink(String target, String shown) {
    Browser browser = shops.browser();

    HttpResponse<String> redirect = browser.get(shops.partnerLink(ALICE, target));

    assertThat(redirect.statusCode()).isEqualTo(303);
    assertThat(redirect.headers().firstValue("Location")).contains(target);
    HttpResponse<String> landed = browser.follow(redirect);
    assertThat(landed.statusCode()).isEqualTo(200);
    assertThat(landed.body())
        .contains("Signed in as <strong>Alice Admin</strong>", "partner PARTNER01 of DEMOSHOP")
        .contains(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/partners/order_info.php?refno=11223360",
        "/partners/order_info.php?refno=90000001",
        "/partners/order_info.php",
        "/partners/subscription_info.php?refno=8AF9A9DC95",
        "/partners/subscription_info.php?refno=F00DF00D01",
        "/partners/invoice_info.php?refno=P02-2026-06",
        "/partners/invoice_info.php?refno=OS-P01-2026-09",
      })
  void doesNotFindWhatIsAnothers(String url) {
    HttpResponse<String> page = seenByAlice(url);

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("This account has no ").doesNotContain(" EUR", " USD");
  }

  @Test
  void showsOneMerchantsAccountAtATime() {
    Browser browser = shops.signedIn(shops.partnerLink(ALICE_ELSEWHERE, "/partners/"));

    assertThat(browser.get("/partners/").body())
        .contains("partner PARTNER01 of OTHERSHOP", "1,990.10 EUR", "OS-P01-2026-09")
        .doesNotContain("DEMOSHOP", "7,450.50", "P01-2026-07");
    assertThat(browser.get("/partners/reports_customers.php").body())
        .contains("Otto Other")
        .doesNotContain("Ada");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/partners/", "/partners/account.php", "/cpanel/anything"})
  void showsNothingToWhoIsNotSignedIn(String url) {
    HttpResponse<String> page = shops.browser().get(url);

    assertThat(page.statusCode()).isEqualTo(401);
    assertThat(page.body()).contains("You are signed out").doesNotContain("PARTNER");
  }

  @Test
  void showsNothingToAShopper() {
    Browser ada = shops.signedIn(shops.shopperLink(ADA, "/myaccount/"));

    assertThat(ada.get("/partners/").statusCode()).isEqualTo(401);
    assertThat(shops.browser().get(shops.partnerLink(ALICE, "/myaccount/")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void isClosedToFormerPartnersAndToWhoIsNoUser() {
    for (Subject subject :
        new Subject[] {
          new Subject("DEMOSHOP", "PARTNER99", "admin@partner99.example"),
          new Subject("DEMOSHOP", "PARTNER01", "admin@partner02.example")
        }) {
      Browser browser = shops.signedIn(shops.partnerLink(subject, "/partners/"));

      assertThat(browser.get("/partners/").statusCode()).isEqualTo(401);
    }
  }

  @Test
  void saysWhereThereIsNothing() {
    try (RunningShops shop =
        new RunningShops(
            Accounts.of(
                Merchants.SECTION,
                """
                twocheckout:
                  merchants:
                    - code: SHOP
                      secretKey: key
                      partners:
                        - code: NEW
                          companyName: New Ltd
                          email: office@new.example
                          creditLimit: 0.00 EUR
                          availableCreditLimit: 0.00 EUR
                          users: [{firstName: Nora, lastName: New, email: nora@new.example}]
                """))) {
      Browser nora =
          shop.signedIn(
              shop.partnerLink(new Subject("SHOP", "NEW", "nora@new.example"), "/partners/"));

      assertThat(nora.get("/partners/").body()).contains("There are no orders");
      assertThat(nora.get("/partners/reports_customers.php").body())
          .contains("Nobody has bought through you yet");
      assertThat(nora.get("/partners/partnership.php").body()).contains("No terms are on record");
    }
  }

  @Test
  void signsOutForGood() {
    Browser browser = shops.signedIn(shops.partnerLink(ALICE, "/partners/"));

    HttpResponse<String> answer =
        browser.signOut(browser.get("/cpanel/x"), "/partners/sign_out.php");

    assertThat(answer.headers().firstValue("Location")).contains("/partners/");
    assertThat(browser.follow(answer).statusCode()).isEqualTo(401);
  }
}
