package org.billingsso.fusebill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.billingsso.Accounts;
import org.billingsso.NeedsClient;
import org.billingsso.Served;
import org.billingsso.http.RateLimits;
import org.billingsso.platform.Installation;
import org.billingsso.portal.Chromium;
import org.billingsso.signon.LinkRequest;
import org.billingsso.signon.Subject;
import org.junit.jupiter.api.Test;

/** The way out of the portal in a real browser. */
@NeedsClient({"chromium", "chromedriver"})
class FusebillBrowserIT {
  private static final String ACCOUNTS =
      """
      fusebill:
        accounts:
          - name: one
            apiKeys: [b25l]
            loginUrl: %s
            customers:
              - {id: 7, person: {firstName: Ada, lastName: L, email: ada@example.com}}
      """;

  @Test
  void aSignOutEndsWhereTheLoginUrlRedirects() throws Exception {
    HttpServer site = site();
    String port = ":" + site.getAddress().getPort();
    FusebillAccounts accounts =
        Accounts.of(
            FusebillAccounts.SECTION, ACCOUNTS.formatted("http://localhost" + port + "/login"));
    try (Served gateway =
            Served.with(
                (signOn, routes) ->
                    new Fusebill()
                        .mount(
                            new Installation<>(
                                accounts, FusebillSettings.DEFAULTS, signOn, new RateLimits()),
                            routes));
        Chromium browser = new Chromium()) {
      String token =
          gateway
              .signOn()
              .links()
              .issue(LinkRequest.of(FusebillPortal.KIND, new Subject("one", "7"), "/Portal/Home"))
              .token()
              .value();
      browser.open(URI.create(gateway.address() + "/Portal/Home?token=" + token));
      browser.reads("Ada L");

      browser.press("Sign out");

      browser.reads("Please sign in");
      assertThat(browser.address()).isEqualTo(URI.create("http://127.0.0.1" + port + "/form"));
    } finally {
      site.stop(0);
    }
  }

  /** A site whose login redirects to the same server under another name. */
  private static HttpServer site() throws Exception {
    HttpServer site =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/login",
        exchange -> {
          String form = "http://127.0.0.1:" + site.getAddress().getPort() + "/form";
          exchange.getResponseHeaders().set("Location", form);
          exchange.sendResponseHeaders(303, -1);
          exchange.close();
        });
    site.createContext(
        "/form",
        exchange -> {
          byte[] page = "Please sign in".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    site.start();
    return site;
  }
}
