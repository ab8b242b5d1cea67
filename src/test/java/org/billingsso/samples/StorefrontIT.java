package org.billingsso.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import org.billingsso.NeedsClient;
import org.billingsso.cli.RunningGateway;
import org.billingsso.portal.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody clicks through the sample of a company's own site, with all portals behind it. */
@NeedsClient({"node", "npm", "chromium", "chromedriver"})
class StorefrontIT {
  private static RunningGateway gateway;
  private static Storefront shop;
  private static Chromium browser;

  @BeforeAll
  static void start() throws Exception {
    gateway = RunningGateway.start(InstantSource.system(), Map.of("store", "memory:"));
    shop = new Storefront(gateway.address());
    browser = new Chromium();
  }

  @AfterAll
  static void stop() {
    browser.close();
    shop.close();
    gateway.close();
  }

  @BeforeEach
  void signOut() {
    browser.open(shop.page("/"));
    browser.forget();
    browser.open(shop.page("/"));
  }

  @ParameterizedTest
  @CsvSource({
    "My licenses (2Checkout), /myaccount/my_license/, Antivirus Pro",
    "My subscription (Chargebee), /portal/v2/home, Ada Lovelace",
    "My workspace (Planhat), /portals/analytical-engines, Ada Lovelace",
    "My invoices (Fusebill), /ManagedPortal/Invoices, Ada Lovelace",
  })
  void eachButtonSignsOnToItsPortal(String button, String path, String shown) {
    browser.press("I am Ada Lovelace");
    browser.press(button);

    browser.reads(shown);
    assertThat(browser.address().getPath()).isEqualTo(path);
    assertThat(browser.address().toString()).doesNotContain("token");
  }

  @Test
  void thePlanhatButtonIsOnlyForWhoHasAccess() {
    browser.press("I am Grace Hopper");

    assertThat(browser.reads("Hello Grace Hopper")).doesNotContain("Planhat").contains("Fusebill");
  }

  @Test
  void theMembersPageIsForWhoSignsInAtThePortal() {
    browser.press("I am Ada Lovelace");
    browser.follow("The members’ page");
    browser.fillIn("E-mail address", "grace@example.com");
    browser.fillIn("Password", "portal-demo");
    browser.press("Sign in");

    browser.reads("You signed in at the portal as customer cb_grace.");
  }

  @Test
  void whoCancelsAtThePortalIsNoMember() {
    browser.press("I am Ada Lovelace");
    browser.follow("The members’ page");
    browser.follow("Cancel");

    browser.reads("You did not sign in.");
  }
}
