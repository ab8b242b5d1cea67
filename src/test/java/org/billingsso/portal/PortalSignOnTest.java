package org.billingsso.portal;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.billingsso.LoopbackSettings;
import org.billingsso.TestClock;
import org.billingsso.http.AddressRange;
import org.billingsso.http.Answer;
import org.billingsso.http.Exchange;
import org.billingsso.http.Forwarding;
import org.billingsso.http.GatewayServer;
import org.billingsso.http.HttpSettings;
import org.billingsso.http.Routes;
import org.billingsso.http.Scope;
import org.billingsso.http.Strictness;
import org.billingsso.http.WebUrl;
import org.billingsso.journal.OutcomeLog;
import org.billingsso.journal.Outcomes;
import org.billingsso.signon.Address;
import org.billingsso.signon.Issued;
import org.billingsso.signon.Lifetimes;
import org.billingsso.signon.LinkPolicy;
import org.billingsso.signon.LinkRequest;
import org.billingsso.signon.LoginLink;
import org.billingsso.signon.PortalKind;
import org.billingsso.signon.PortalSession;
import org.billingsso.signon.Refusal;
import org.billingsso.signon.ServerKey;
import org.billingsso.signon.SignOn;
import org.billingsso.signon.Subject;
import org.billingsso.signon.Token;
import org.billingsso.signon.TokenShape;
import org.billingsso.store.CapturedLog;
import org.billingsso.store.MemoryStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortalSignOnTest {
  private static final PortalKind HALL =
      new PortalKind(
          "hall",
          LinkPolicy.of(TokenShape.hex(40), ofSeconds(10)).bindingAddress().newestSuperseding());
  private static final PortalKind CELLAR =
      new PortalKind("cellar", LinkPolicy.of(TokenShape.hex(40), ofSeconds(10)));
  private static final Subject ADA = new Subject("house", "ada");

  private static final TestClock clock = new TestClock();
  private static final MemoryStore store = new MemoryStore(clock);
  private static final SignOn signOn =
      SignOn.over(
          store,
          clock,
          new ServerKey(new byte[ServerKey.BYTES]),
          new Lifetimes(ofHours(1), ofHours(24)));
  private static final GatewayServer loopback = served(HttpSettings.onLoopback(0));

  private GatewayServer server = loopback;

  @BeforeAll
  static void start() throws Exception {
    loopback.start();
  }

  @AfterAll
  static void stop() {
    loopback.close();
    store.close();
  }

  @BeforeEach
  void rewind() {
    clock.set(TestClock.START);
  }

  @AfterEach
  void stopTheOther() {
    if (server != loopback) {
      server.close();
    }
  }

  /** Goes on with a server that has another place in the world. */
  private void move(HttpSettings settings) throws Exception {
    server = served(settings);
    server.start();
  }

  private static GatewayServer served(HttpSettings settings) {
    Routes routes =
        new Routes(
            (error, request) -> Answer.status(error.status()), new Scope(clock, Outcomes.logged()));
    Pages.mount(routes);
    new House(HALL, signOn).mount(routes);
    new House(CELLAR, signOn).mount(routes);
    return new GatewayServer(settings, routes);
  }

  /** A portal of one page that lets people in by {@code ?key=}. */
  private record House(PortalLayout portal, PortalSignOn portalSignOn) implements AfterSignOn {

    House(PortalKind portalKind, SignOn signOn) {
      this(
          new PortalLayout(
              portalKind,
              "The " + portalKind.name(),
              "/" + portalKind.name() + "/",
              "/" + portalKind.name() + "/out",
              List.of()),
          signOn);
    }

    private House(PortalLayout portal, SignOn signOn) {
      this(portal, new PortalSignOn(portal, signOn));
    }

    void mount(Routes routes) {
      Routes ours = routes.refusingWith(Pages.errors(portal));
      ours.get(portal.home() + "*", this::page);
      ours.post(portal.signOut(), portalSignOn::signOut);
    }

    private Answer page(Exchange request) {
      AfterSignOn stay = used -> Destination.sameWithout(request, "key");
      return portalSignOn
          .enterByQuery(request, "key", Token::new, request.path().endsWith("/back") ? this : stay)
          .or(() -> portalSignOn.signedIn(request, session -> Optional.of(room(request, session))))
          .orElseGet(() -> portalSignOn.signedOut(request));
    }

    private Answer room(Exchange request, PortalSession session) {
      return Pages.show(
          200,
          Pages.TEMPLATES.portalNotEmulated(
              Page.of(
                  request,
                  portal,
                  "Room",
                  request.path(),
                  new Visitor("Ada Lovelace", session.subject().account(), session))));
    }

    @Override
    public Destination welcome(LoginLink used) {
      return Destination.trusted(WebUrl.parse(used.target(), Strictness.LENIENT));
    }

    @Override
    public Optional<PageLink> wayBack(Optional<LoginLink> refused) {
      return Optional.of(new PageLink("Back to the shop", "https://shop.example/"));
    }

    @Override
    public Optional<Destination> elsewhere(Refusal why, Optional<LoginLink> refused) {
      return why instanceof Refusal.Unknown
          ? Optional.of(
              Destination.trusted(WebUrl.parse("https://shop.example/login", Strictness.LENIENT)))
          : Optional.empty();
    }
  }

  private Browser browser() {
    return new Browser(server.address());
  }

  private Issued issue() {
    return signOn.links().issue(LinkRequest.of(HALL, ADA, "https://shop.example/done?x=1"));
  }

  private static String path(Issued link) {
    return "/hall/?key=" + link.token().value();
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }

  @Nested
  class ALink {
    @Test
    void letsTheBrowserInAndIsGoneFromTheAddress() {
      Browser browser = browser();

      HttpResponse<String> answer = browser.get(path(issue()));

      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(header(answer, "Location")).isEqualTo("/hall/");
      assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
      assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
      HttpResponse<String> page = browser.follow(answer);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("Signed in as <strong>Ada Lovelace</strong>");
    }

    @ParameterizedTest
    @CsvSource({
      "/hall/a%2Fb?x=%20&key=TOKEN&y=1+2&z, /hall/a%2Fb?x=%20&y=1+2&z",
      "/hall/?%6bey=TOKEN&keys=1, /hall/?keys=1",
      "/hall/?Key=TOKEN&to=https://evil.example/, /hall/?to=https://evil.example/",
    })
    void leavesEverythingElseOfTheAddressAsItWas(String url, String location) {
      HttpResponse<String> answer = browser().get(url.replace("TOKEN", issue().token().value()));

      assertThat(header(answer, "Location")).isEqualTo(location);
    }

    @ParameterizedTest
    @ValueSource(strings = {"key=TOKEN&key=TOKEN", "Key=TOKEN&key=other", "key=&x=1&%6bey=TOKEN"})
    void withMoreThanOneTokenIsRefusedAndStaysUsable(String query) {
      Issued link = issue();

      HttpResponse<String> answer =
          browser().get("/hall/?" + query.replace("TOKEN", link.token().value()));

      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("The parameter key is there more than once");
      assertThat(browser().get(path(link)).statusCode()).isEqualTo(303);
    }

    @Test
    void goesOnWhereTheBackEndWantedIfTheDialectSaysSo() {
      HttpResponse<String> answer = browser().get("/hall/back?key=" + issue().token().value());

      assertThat(header(answer, "Location")).isEqualTo("https://shop.example/done?x=1");
    }

    @Test
    void meansNothingInAnotherPortalAndStaysUsable() {
      Issued link = issue();

      assertThat(browser().get("/cellar/?key=" + link.token().value()).statusCode()).isEqualTo(404);
      assertThat(browser().get(path(link)).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({
      "GET, Sec-Purpose, prefetch, 503",
      "GET, Sec-Purpose, prefetch;prerender, 503",
      "GET, Purpose, Prefetch, 503",
      "GET, X-Moz, prefetch, 503",
      "HEAD, Accept, */*, 200",
      "OPTIONS, Accept, */*, 405",
      "POST, Accept, */*, 405",
    })
    void isNotUsedUpByWhoOnlyLooks(String method, String header, String value, int status) {
      Issued link = issue();
      Browser browser = browser();

      HttpResponse<String> looked = browser.request(method, path(link), header, value);

      assertThat(looked.statusCode()).isEqualTo(status);
      assertThat(looked.headers().map()).doesNotContainKeys("Set-Cookie", "Location");
      assertThat(header(looked, "Cache-Control")).isEqualTo("no-store");
      assertThat(browser.get(path(link)).statusCode()).isEqualTo(303);
    }
  }

  @Nested
  class ARefusal {
    @Test
    void ofAUsedLinkSaysWhenAndFromWhere() {
      Issued link = issue();
      browser().get(path(link));
      clock.advance(ofSeconds(75));

      HttpResponse<String> page = browser().get(path(link));

      assertThat(page.statusCode()).isEqualTo(410);
      assertThat(page.body())
          .contains("This login link has already been used")
          .contains(
              "It was used 1 min 15 s ago, on 22 November 2026, 09:30:00 UTC, from the address"
                  + " 127.0.0.1.")
          .contains("Go back to the site that sent you here")
          .doesNotContain("continue", link.token().value());
    }

    @Test
    void isOneLineForTheOperatorWithoutTheToken() {
      Issued link = issue();
      browser().get(path(link));
      try (CapturedLog log = CapturedLog.of(OutcomeLog.class)) {
        browser().get(path(link));

        assertThat(log.lines())
            .singleElement(InstanceOfAssertFactories.STRING)
            .startsWith("hall refused a login link to 127.0.0.1 (link " + link.link().id())
            .contains("for ada of house", "has already been used", "previews and scanners")
            .doesNotContain(link.token().value());
      }
    }

    @Test
    void ofAnExpiredLinkSaysHowLongAgo() {
      Issued link = issue();
      clock.advance(ofMillis(13_200));

      HttpResponse<String> page = browser().get(path(link));

      assertThat(page.statusCode()).isEqualTo(410);
      assertThat(page.body())
          .contains("This login link has expired")
          .contains("It expired 3.2 s ago, on 22 November 2026, 09:30:10 UTC.");
    }

    @Test
    void ofASupersededLinkSaysSo() {
      Issued link = issue();
      clock.advance(ofSeconds(1));
      issue();

      HttpResponse<String> page = browser().get(path(link));

      assertThat(page.statusCode()).isEqualTo(410);
      assertThat(page.body())
          .contains("A newer login link has replaced this one")
          .contains("It was replaced 0.0 s ago, on 22 November 2026, 09:30:01 UTC.");
    }

    @Test
    void ofAWithdrawnLinkSaysSo() {
      Issued link = issue();
      signOn.links().revoke(HALL, link.token(), Address.parse("192.0.2.1").orElseThrow());

      HttpResponse<String> page = browser().get(path(link));

      assertThat(page.statusCode()).isEqualTo(410);
      assertThat(page.body()).contains("This login link has been withdrawn");
    }

    @Test
    void ofAnotherAddressKeepsTheExpectedOneToItselfAndTheLinkUsable() throws Exception {
      AddressRange proxy = AddressRange.parse("127.0.0.1").orElseThrow();
      move(
          new LoopbackSettings()
              .forwarding(new Forwarding(List.of(proxy), Forwarding.ForwardedBy.X_FORWARDED))
              .build());
      Issued link =
          signOn
              .links()
              .issue(LinkRequest.of(HALL, ADA, "/").boundTo(Address.parse("203.0.113.9")));

      HttpResponse<String> page =
          browser().request("GET", path(link), "X-Forwarded-For", "198.51.100.7");

      assertThat(page.statusCode()).isEqualTo(403);
      assertThat(page.body())
          .contains("This login link is bound to another address")
          .contains("you came from 198.51.100.7")
          .contains("still unused")
          .doesNotContain("203.0.113.9");
      assertThat(
              browser().request("GET", path(link), "X-Forwarded-For", "203.0.113.9").statusCode())
          .isEqualTo(303);
    }

    @Test
    void ofAnUnknownLinkSaysThatItIs() {
      HttpResponse<String> page = browser().get("/hall/?key=%22%3Cscript%3E");

      assertThat(page.statusCode()).isEqualTo(404);
      assertThat(page.body()).contains("This login link is unknown").doesNotContain("<script");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "?key=TOKEN. | instead of",
          "?key=%22TOKEN%22 | such as a full stop or a quotation mark",
          "?key=HALF | Part of it is missing: of the 40 characters of its token, 20 arrived.",
          "?key=HALF%20 | Part of it is missing",
          "?key= | Part of it is missing: of the 40 characters of its token, 0 arrived.",
          "?key=TOKEN%20 | There is a space or a line break within its token.",
          "?key=3DTOKEN | =3D",
          "?key=CAPITALS | Small letters were changed to capitals",
          "?a=b&amp;key=TOKEN | where \"&amp;\" should be",
          "?a=b&amp%3Bkey=TOKEN | where \"&amp;\" should be",
          "?a=b&amp;amp;key=TOKEN | where \"&amp;\" should be",
          "?a=b&%20key=TOKEN | where \"&amp;\" should be",
        })
    void ofADamagedLinkSaysWhatHasHappenedAndLeavesTheLinkAlone(String query, String what) {
      Issued link = issue();
      String token = link.token().value();
      String damaged =
          query
              .replace("TOKEN", token)
              .replace("HALF", token.substring(0, token.length() / 2))
              .replace("CAPITALS", token.toUpperCase(Locale.ROOT));
      try (CapturedLog log = CapturedLog.of(OutcomeLog.class)) {
        HttpResponse<String> page = browser().get("/hall/" + damaged);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body())
            .contains("This login link arrived damaged", what, "Copy the whole link")
            .doesNotContain(token);
        assertThat(log.lines())
            .singleElement(InstanceOfAssertFactories.STRING)
            .contains("hall refused a login link", "arrived damaged", "for the caller: ")
            .doesNotContain(token);
      }
      assertThat(browser().get(path(link)).statusCode()).isEqualTo(303);
    }

    @Test
    void offersTheWayBackThatTheDialectKnows() {
      Issued link = issue();
      browser().get(path(link));

      assertThat(browser().get("/hall/back?key=" + link.token().value()).body())
          .contains("<a href=\"https://shop.example/\">Back to the shop</a>");
    }

    @Test
    void becomesARedirectWhereTheDialectWantsOne() {
      HttpResponse<String> answer = browser().get("/hall/back?key=unknown");

      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(header(answer, "Location")).isEqualTo("https://shop.example/login");
      assertThat(answer.headers().map()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void letsSomebodyWhoIsSignedInGoOn() {
      Issued link = issue();
      Browser browser = browser();
      browser.get(path(link));

      assertThat(browser.get(path(link)).body())
          .contains("<a href=\"/hall/\">You are signed in already: continue</a>");
    }
  }

  @Nested
  class ASession {
    @Test
    void hasACookieThatScriptsAndOtherSitesCannotUse() {
      assertThat(header(browser().get(path(issue())), "Set-Cookie"))
          .matches("hall=[0-9a-f]{64}; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void hasASecureCookieOfThisHostAloneUnderHttps() throws Exception {
      move(new LoopbackSettings().publicUrl("https://sso.example.com").build());

      HttpResponse<String> answer = browser().get(path(issue()));

      String cookie = header(answer, "Set-Cookie");
      assertThat(cookie)
          .matches("__Host-hall=[0-9a-f]{64}; Path=/; Secure; HttpOnly; SameSite=Lax");
      String pair = cookie.substring(0, cookie.indexOf(';'));
      assertThat(browser().request("GET", "/hall/", "Cookie", pair).statusCode()).isEqualTo(200);
      assertThat(
              browser()
                  .request("GET", "/hall/", "Cookie", pair.substring("__Host-".length()))
                  .statusCode())
          .isEqualTo(401);
    }

    @Test
    void meansNothingInAnotherPortal() {
      String cookie = header(browser().get(path(issue())), "Set-Cookie");
      String secret = cookie.substring("hall=".length(), cookie.indexOf(';'));

      assertThat(browser().request("GET", "/hall/", "Cookie", "hall=" + secret).statusCode())
          .isEqualTo(200);
      assertThat(browser().request("GET", "/cellar/", "Cookie", "cellar=" + secret).statusCode())
          .isEqualTo(401);
    }

    @Test
    void endsByItself() {
      Browser browser = browser();
      browser.get(path(issue()));
      clock.advance(ofHours(1));

      HttpResponse<String> page = browser.get("/hall/");

      assertThat(page.statusCode()).isEqualTo(401);
      assertThat(page.body()).contains("You are signed out").contains("How to sign in");
    }

    @Test
    void endsForGoodWithASignOut() {
      Browser browser = browser();
      HttpResponse<String> entered = browser.get(path(issue()));
      String cookie = header(entered, "Set-Cookie");

      HttpResponse<String> answer = browser.signOut(browser.follow(entered), "/hall/out");

      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(header(answer, "Set-Cookie"))
          .startsWith("hall=;")
          .contains("Expires=Thu, 01 Jan 1970");
      assertThat(browser.follow(answer).body()).contains("You are signed out");
      assertThat(
              browser()
                  .request("GET", "/hall/", "Cookie", cookie.substring(0, cookie.indexOf(';')))
                  .statusCode())
          .isEqualTo(401);
    }

    @Test
    void survivesASignOutThatAnotherSiteAsksFor() {
      Browser browser = browser();
      browser.get(path(issue()));

      assertThat(browser.post("/hall/out", Map.of()).statusCode()).isEqualTo(403);
      assertThat(browser.post("/hall/out", Map.of("session", "guessed")).statusCode())
          .isEqualTo(403);
      assertThat(browser.get("/hall/").statusCode()).isEqualTo(200);
    }

    @Test
    void thatIsOverCanBeSignedOutOfAgain() {
      HttpResponse<String> answer = browser().post("/hall/out", Map.of());

      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(header(answer, "Location")).isEqualTo("/hall/");
    }
  }

  @Nested
  class EveryPage {
    @ParameterizedTest
    @ValueSource(strings = {"/hall/", "/hall/?key=unknown", "/hall/out"})
    void isGuarded(String url) {
      HttpResponse<String> page = browser().get(url);

      assertThat(page.headers().map())
          .containsEntry("Cache-Control", List.of("no-store"))
          .containsEntry("Referrer-Policy", List.of("no-referrer"))
          .containsEntry("X-Content-Type-Options", List.of("nosniff"))
          .containsEntry(
              "Content-Security-Policy",
              List.of(
                  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
                      + " frame-ancestors 'none'; form-action 'self'"));
      assertThat(page.body()).doesNotContain("<script", "style=");
    }

    @Test
    void loadsAStylesheetThatBrowsersKeep() {
      HttpResponse<String> styles = browser().get(Asset.STYLESHEET.path());

      assertThat(browser().get("/hall/").body()).contains(Asset.STYLESHEET.path());
      assertThat(styles.statusCode()).isEqualTo(200);
      assertThat(header(styles, "Content-Type")).isEqualTo("text/css; charset=utf-8");
      assertThat(header(styles, "Cache-Control")).contains("immutable");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//evil.example/", "/\\evil.example/", "https://evil.example", "", "/a\r\nb"})
  void sendsNobodyToAnotherOriginByAPath(String path) {
    assertThatThrownBy(() -> Destination.page(path)).isInstanceOf(IllegalArgumentException.class);
  }
}
