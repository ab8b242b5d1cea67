package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.billingsso.TestClock;
import org.billingsso.directory.Directory;
import org.billingsso.directory.DirectoryFile;
import org.billingsso.http.Answer;
import org.billingsso.http.GatewayServer;
import org.billingsso.http.HttpSettings;
import org.billingsso.http.Routes;
import org.billingsso.portal.Browser;
import org.billingsso.portal.Pages;
import org.billingsso.signon.Holder;
import org.billingsso.signon.Lifetimes;
import org.billingsso.signon.LinkRequest;
import org.billingsso.signon.Realm;
import org.billingsso.signon.ServerKey;
import org.billingsso.signon.SignOn;
import org.billingsso.store.MemoryStore;

/** 2Checkout's portals behind real HTTP, with a clock that tests move. */
final class RunningShops implements AutoCloseable {
  static final Holder ADA = new Holder("DEMOSHOP", "352365983", "ada@example.com");
  static final Holder ALICE = new Holder("DEMOSHOP", "PARTNER01", "admin@partner01.example");

  private final TestClock clock = new TestClock();
  private final MemoryStore store = new MemoryStore(clock);
  private final SignOn signOn =
      SignOn.over(
          store,
          clock,
          new ServerKey(new byte[ServerKey.BYTES]),
          new Lifetimes(Duration.ofHours(8), Duration.ofDays(1)));
  private final GatewayServer server;

  /** The shops of the demo directory. */
  RunningShops() {
    this(DirectoryFile.demo());
  }

  RunningShops(Directory directory) {
    Routes routes = new Routes((error, request) -> Answer.status(error.status()));
    Pages.mount(routes);
    new TwoCheckout(signOn, directory, TwoCheckoutSettings.DEFAULTS).mount(routes);
    server = new GatewayServer(HttpSettings.onLoopback(0), routes);
    try {
      server.start();
    } catch (IOException cannotListen) {
      throw new UncheckedIOException(cannotListen);
    }
  }

  TestClock clock() {
    return clock;
  }

  URI address() {
    return server.address();
  }

  Browser browser() {
    return new Browser(address());
  }

  /** The URL of a fresh link of that shopper, as the API writes it. */
  String shopperLink(Holder holder, String target) {
    return link(Realms.MY_ACCOUNT, holder, target);
  }

  /** The URL of a fresh link of that partner's user, as the API writes it. */
  String partnerLink(Holder holder, String target) {
    return link(Realms.PARTNER_PANEL, holder, target);
  }

  private String link(Realm realm, Holder holder, String target) {
    return PageUrl.withToken(
        target, signOn.links().issue(LinkRequest.of(realm, holder, target)).token());
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
    server.close();
    store.close();
  }
}
