package org.billingsso.chargebee;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.billingsso.Accounts;
import org.billingsso.NeedsClient;
import org.billingsso.portal.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A person with a real browser, an integrator's site and the portal, each on its own origin. */
@NeedsClient({"chromium", "chromedriver"})
class ChargebeeBrowserIT {
  /** Ada has no password yet. */
  private static final String SITE =
      """
      chargebee:
        sites:
          - name: shop
            apiKeys: [test_demo_key]
            whitelistedDomains: [localhost]
            customers:
              - {id: cb_ada, person: &ada {firstName: Ada, lastName: L, email: ada@example.com}}
              - {id: cb_ada_team, person: *ada}
              - {id: cb_joan, person: {firstName: Joan, lastName: C, email: joan@example.com}}
            portalUsers:
              - {email: joan@example.com, password: portal-demo}
      """;

  private static final ChargebeeSettings WITH_SIGN_UP =
      new ChargebeeSettings(
          ChargebeeSettings.DEFAULTS.linkValidity(),
          ChargebeeSettings.DEFAULTS.idempotencyKeys(),
          ChargebeeSettings.DEFAULTS.callsPerMinute(),
          Optional.of(true));

  private static RunningSites sites;
  private static IntegratorSite shop;
  private static Chromium browser;

  @BeforeAll
  static void start() throws Exception {
    sites = RunningSites.start(Accounts.of(Sites.SECTION, SITE), WITH_SIGN_UP);
    shop = new IntegratorSite(sites.address(), JavaSdkTest.site(sites, RunningSites.DEMO_KEY));
    browser = new Chromium();
  }

  @AfterAll
  static void stop() {
    browser.close();
    shop.close();
    sites.close();
  }

  @BeforeEach
  void forget() {
    browser.open(sites.address().resolve("/portal/login"));
    browser.forget();
  }

  @Nested
  class TheBillingButton {
    @Test
    void opensThePortalAndSigningOutLeadsBack() {
      browser.open(shop.page("/billing"));

      browser.reads("Hello, Ada L");
      assertThat(browser.address()).isEqualTo(sites.address().resolve("/portal/v2/home"));
      browser.reload();
      browser.follow("Account");
      browser.follow("cb_ada_team");
      browser.reads("customer cb_ada_team of shop");
      browser.press("Sign out");
      browser.reads("Good bye: status=logged_out");
    }

    @Test
    void endsWhereTheShopRedirectsAfterTheSignOut() {
      browser.open(shop.page("/billing-by-way-of-another-origin"));
      browser.reads("Hello, Ada L");

      browser.press("Sign out");

      browser.reads("Good bye: status=logged_out");
      assertThat(browser.address().getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void makesALinkThatDoesNotWorkAgain() {
      URI link = URI.create(sites.create("cb_ada").session().get("access_url").textValue());
      browser.open(link);
      browser.reads("Hello, Ada L");

      browser.open(link);

      browser.reads("This login link has already been used");
      browser.follow("You are signed in already: continue");
      browser.reads("Hello, Ada L");
    }

    @Test
    void opensASessionThatTheApiCanEnd() {
      RunningSites.Reply session = sites.create("cb_ada");
      browser.open(URI.create(session.session().get("access_url").textValue()));
      browser.reads("Hello, Ada L");

      sites.post(RunningSites.DEMO_KEY, "/" + session.id() + "/logout", "");
      browser.follow("Subscriptions");

      browser.reads("Password");
      assertThat(browser.address()).isEqualTo(sites.address().resolve("/portal/login"));
    }
  }

  @Nested
  class ThePortalsLogin {
    @Test
    void signsOnToTheShop() {
      browser.open(shop.page("/"));
      browser.follow("Sign in");
      signIn("Password", "joan@example.com", "not this one", "Sign in");
      browser.reads("The e-mail address or the password is wrong.");

      signIn("Password", "joan@example.com", "portal-demo", "Sign in");

      browser.reads("Welcome cb_joan");
      assertThat(browser.address().getHost()).isEqualTo("localhost");
      browser.open(sites.address().resolve("/portal/v2/home"));
      browser.reads("Hello, Joan C");
    }

    @Test
    void signsOnToAShopThatRedirectsToAnotherOrigin() {
      URI back = shop.page("/in-by-way-of-another-origin");
      browser.open(sites.address().resolve("/portal/login?return_url=" + back));

      signIn("Password", "joan@example.com", "portal-demo", "Sign in");

      browser.reads("Welcome cb_joan");
      assertThat(browser.address().getPort()).isEqualTo(back.getPort());
      assertThat(browser.address().getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void canBeCancelled() {
      browser.open(shop.page("/"));
      browser.follow("Sign in");
      browser.follow("Cancel");

      browser.reads("Another time, then");
    }

    @Test
    void letsACustomerSetAFirstPassword() {
      browser.open(shop.page("/"));
      browser.follow("Sign in");
      browser.follow("Set a password");
      signIn("New password", "ada@example.com", "correct horse", "Set a password");

      browser.reads("Welcome cb_ada");
    }

    @Test
    void sendsNobodyToAStranger() {
      browser.open(sites.address().resolve("/portal/login?return_url=http://127.0.0.1:1/"));

      browser.reads("not on this site's list of whitelisted domains");
    }

    private void signIn(String field, String email, String password, String button) {
      browser.fillIn("E-mail address", email);
      browser.fillIn(field, password);
      browser.press(button);
    }
  }
}
