package org.billingsso.twocheckout;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.billingsso.twocheckout.RunningShops.ADA;
import static org.billingsso.twocheckout.RunningShops.ALICE;

import java.util.List;
import org.billingsso.NeedsClient;
import org.billingsso.portal.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NeedsClient({"chromium", "chromedriver"})
class PortalBrowserIT {
  @SuppressWarnings("NullAway.Init")
  private static RunningShops shops;

  @SuppressWarnings("NullAway.Init")
  private static Chromium browser;

  @BeforeAll
  static void open() {
    shops = new RunningShops();
    browser = new Chromium();
  }

  @AfterAll
  static void close() {
    browser.close();
    shops.close();
  }

  @BeforeEach
  void forget() {
    go("/support/");
    browser.forget();
    browser.complaints();
  }

  private static void go(String url) {
    browser.open(shops.address().resolve(url));
  }

  @Test
  void signsAShopperOnAndOffAgain() {
    String link = shops.shopperLink(ADA, "/myaccount/?lang=en");

    go(link);
    browser.reads("Hello, Ada Lovelace");
    assertThat(browser.address()).isEqualTo(shops.address().resolve("/myaccount/?lang=en"));

    browser.follow("Personal information");
    browser.reads("+44 20 7946 0815");
    browser.back();
    browser.reads("Hello, Ada Lovelace");
    browser.reload();
    browser.reads("Hello, Ada Lovelace");

    shops.clock().advance(ofSeconds(90));
    go(link);
    assertThat(browser.reads("This login link has already been used"))
        .contains("It was used 1 min 30 s ago");
    browser.follow("You are signed in already: continue");
    browser.reads("Hello, Ada Lovelace");

    browser.press("Sign out");
    browser.reads("You are signed out");
    browser.back();
    assertThat(browser.reads("2Checkout myAccount")).doesNotContain("Lovelace");
    go("/myaccount/my_products/");
    browser.reads("You are signed out");
  }

  @Test
  void signsAPartnersUserOn() {
    go(shops.partnerLink(ALICE, "/partners/reports_customers.php"));

    assertThat(browser.reads("Their subscriptions")).contains("Signed in as Alice Admin");
    browser.follow("11223344");
    browser.reads("Order 11223344");
  }

  @Test
  void opensTheDialogThatChangesTheCardAndClosesIt() {
    go(
        shops.shopperLink(
            ADA, "/myaccount/my_license/?subscription=DC47E143FA&change_card=1&lang=en"));

    assertThat(browser.reads("Change card")).contains("Visa ending in 4242");
    assertThat(browser.showsADialog()).isTrue();
    browser.press("Close");
    assertThat(browser.showsADialog()).isFalse();
  }

  @Test
  void looksAnOrderUp() {
    go(shops.shopperLink(ADA, "/myaccount/order_lookup/?lang=en"));

    browser.fillIn("Order reference", "11223377");
    browser.press("Look up");

    browser.reads("59.00 EUR");
  }

  @Test
  void givesTheBrowserNothingToComplainAbout() {
    go(shops.shopperLink(ADA, "/myaccount/?lang=en"));
    browser.follow("Payment");
    browser.reads("Paid with it");

    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void fitsEveryPageOnAPhone() {
    try (Chromium phone = Chromium.onAPhone()) {
      phone.open(shops.address().resolve(shops.shopperLink(ADA, "/myaccount/?lang=en")));
      phone.open(shops.address().resolve(shops.partnerLink(ALICE, "/partners/")));
      for (String page :
          List.of(
              "/myaccount/",
              "/myaccount/my_license/?change_card=1",
              "/myaccount/user_data/",
              "/order/checkout.php?PRODS=AV-PRO",
              "/partners/",
              "/partners/reports_customers.php",
              "/partners/account.php")) {
        phone.open(shops.address().resolve(page));

        assertThat(phone.reads("emulated")).as(page).contains("Signed in as");
        assertThat(phone.overflow()).as(page).isZero();
      }
    }
  }
}
