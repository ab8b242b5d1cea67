package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import org.billingsso.Accounts;
import org.billingsso.Served;
import org.billingsso.TestClock;
import org.billingsso.http.RateLimits;
import org.billingsso.platform.Installation;
import org.billingsso.portal.Browser;
import org.billingsso.portal.Pages;
import org.billingsso.signon.LinkRequest;
import org.billingsso.signon.PortalKind;
import org.billingsso.signon.Subject;

/** 2Checkout's portals behind real HTTP, with a clock that tests move. */
final class RunningShops implements AutoCloseable {
  static final Subject ADA = new Subject("DEMOSHOP", "352365983", "ada@example.com");
  static final Subject ALICE = new Subject("DEMOSHOP", "PARTNER01", "admin@partner01.example");

  private final Served served;

  /** The shops of the demo directory. */
  RunningShops() {
    this(Accounts.demo(Merchants.SECTION));
  }

  RunningShops(Merchants directory) {
    served =
        Served.with(
            (signOn, routes) -> {
              Pages.mount(routes);
              new TwoCheckout()
                  .mount(
                      new Installation<>(
                          directory, TwoCheckoutSettings.DEFAULTS, signOn, new RateLimits()),
                      routes);
            });
  }

  TestClock clock() {
    return served.clock();
  }

  URI address() {
    return served.address();
  }

  Browser browser() {
    return new Browser(address());
  }

  /** The URL of a fresh link of that shopper, as the API writes it. */
  String shopperLink(Subject subject, String target) {
    return link(PortalKinds.MY_ACCOUNT, subject, target);
  }

  /** The URL of a fresh link of that partner's user, as the API writes it. */
  String partnerLink(Subject subject, String target) {
    return link(PortalKinds.PARTNER_PANEL, subject, target);
  }

  private String link(PortalKind portalKind, Subject subject, String target) {
    return PageUrl.withToken(
        target, served.signOn().links().issue(LinkRequest.of(portalKind, subject, target)).token());
  }

  /** A browser in which the one is signed in whom that link lets in. */
  Browser signedIn(String link) {
    Browser browser = browser();
    assertThat(browser.get(link).statusCode()).isEqualTo(303);
    return browser;
  }

  /** The page that whoever follows the link ends up on. */
  HttpResponse<String> followed(String link) {
    Browser browser = browser();
    return browser.follow(browser.get(link));
  }

  @Override
  public void close() {
    served.close();
  }
}
