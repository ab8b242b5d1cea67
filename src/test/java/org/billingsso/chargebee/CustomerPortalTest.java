package org.billingsso.chargebee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billingsso.chargebee.RunningSites.DEMO_KEY;

import java.net.http.HttpResponse;
import java.util.Map;
import org.billingsso.chargebee.RunningSites.Reply;
import org.billingsso.portal.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal as a browser meets it. */
class CustomerPortalTest {
  private static final String FORWARD = "&forward_url=https://shop.example/in?x=1%2526y";
  private static final RunningSites sites = RunningSites.start();

  private final Browser browser = new Browser(sites.address());

  @AfterAll
  static void stop() {
    sites.close();
  }

  @Nested
  class AnAccessUrl {
    @ParameterizedTest
    @ValueSource(strings = {"/portal/v2/authenticate?token=", "/portal/access/"})
    void opensTheHomePageOnce(String path) {
      String token = sites.create("cb_ada").token();

      HttpResponse<String> answer = browser.get(path + token);

      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(location(answer)).isEqualTo("/portal/v2/home");
      assertThat(browser.follow(answer).body()).contains("Hello, Ada Lovelace", "Engine Monthly");
      assertThat(new Browser(sites.address()).get(path + token).statusCode()).isEqualTo(410);
    }

    @ParameterizedTest
    @CsvSource({
      "/portal/v2/authenticate?token=TOKEN., stands next to its token",
      "/portal/v2/authenticate?token=3DTOKEN, =3D",
      "/portal/v2/authenticate?forward=home&amp;token=TOKEN, &amp;",
      "/portal/v2/authenticate, Part of it is missing",
      "/portal/access/TOKEN., stands next to its token",
      "/portal/access/TOKEN%22, stands next to its token",
      "/portal/access/TOKEN/, stands next to its token",
      "/portal/access/, Part of it is missing",
    })
    void saysThatItArrivedDamaged(String url, String what) {
      String token = sites.create("cb_ada").token();

      HttpResponse<String> page = browser.get(url.replace("TOKEN", token));

      assertThat(page.statusCode()).isEqualTo(404);
      assertThat(page.body()).contains("This login link arrived damaged", what);
      assertThat(browser.get("/portal/access/" + token).statusCode()).isEqualTo(303);
    }

    @Test
    void leadsToTheForwardUrl() {
      HttpResponse<String> answer = open(sites.create("cb_ada", FORWARD));

      assertThat(location(answer)).isEqualTo("https://shop.example/in?x=1%26y");
      assertThat(browser.get("/portal/v2/home").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
      "billing_history, /portal/v2/billing_history",
      "/portal/v2/payment_methods, /portal/v2/payment_methods",
      "https://evil.example/, https://shop.example/in?x=1%26y",
      "//evil.example/, https://shop.example/in?x=1%26y",
      "../../api, https://shop.example/in?x=1%26y"
    })
    void leadsToAPageOfThePortalThatItNames(String forward, String location) {
      Reply session = sites.create("cb_ada", FORWARD);

      assertThat(
              location(
                  browser.get(
                      "/portal/v2/authenticate?token=" + session.token() + "&forward=" + forward)))
          .isEqualTo(location);
    }

    @Test
    void thatIsOverOffersTheWayBack() {
      Reply session = sites.create("cb_ada", "&redirect_url=https://shop.example/bye");
      open(session);

      assertThat(open(session).body())
          .contains("already been used", "href=\"https://shop.example/bye\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?token=unknown", "", "?token="})
    void thatNobodyIssuedLetsNobodyIn(String query) {
      assertThat(browser.get("/portal/v2/authenticate" + query).statusCode()).isEqualTo(404);
    }
  }

  @Nested
  class APage {
    @ParameterizedTest
    @CsvSource({
      "home, Engine Monthly",
      "subscriptions, cb_sub_engine",
      "billing_history, CB-1019",
      "payment_methods, ending in 4242",
      "account, ada@example.com"
    })
    void showsTheCustomersOwnData(String page, String data) {
      open(sites.create("cb_ada"));

      assertThat(browser.get("/portal/v2/" + page).body())
          .contains(data, "Signed in as <strong>Ada Lovelace</strong>")
          .doesNotContain("CB-1007", "Team Yearly", "Grace");
    }

    @Test
    void switchesToALinkedCustomerAndStaysThere() {
      open(sites.create("cb_ada"));

      assertThat(browser.get("/portal/v2/billing_history").body())
          .contains("<a href=\"/portal/v2/billing_history?customer_id=cb_ada_team\">");
      assertThat(browser.get("/portal/v2/billing_history?customer_id=cb_ada_team").body())
          .contains("CB-1007", "href=\"/portal/v2/account?customer_id=cb_ada_team\"")
          .doesNotContain("CB-1019");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cb_grace", "cb_other", ""})
    void doesNotSwitchToAnybodyElse(String customer) {
      open(sites.create("cb_ada"));

      assertThat(browser.get("/portal/v2/billing_history?customer_id=" + customer).body())
          .contains("CB-1019")
          .doesNotContain("CB-1003", "CBO-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"home", "account", "logout"})
    void isForWhoIsSignedIn(String page) {
      HttpResponse<String> answer = browser.get("/portal/v2/" + page);

      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(location(answer)).isEqualTo("/portal/login");
    }

    @Test
    void thatDoesNotExistSaysSo() {
      assertThat(browser.get("/portal/v2/settings").statusCode()).isEqualTo(404);
    }
  }

  @Nested
  class SigningOut {
    @Test
    void goesToTheRedirectUrlAndSaysThatItIsDone() {
      Reply session = sites.create("cb_ada", "&redirect_url=https://shop.example/bye?a=1%2523x");
      HttpResponse<String> home = browser.follow(open(session));

      HttpResponse<String> answer = browser.signOut(home, "/portal/v2/logout");

      assertThat(answer.statusCode()).isEqualTo(303);
      assertThat(location(answer)).isEqualTo("https://shop.example/bye?a=1%23x&status=logged_out");
      assertThat(policy(home)).doesNotContain("form-action");
      assertThat(browser.get("/portal/v2/home").statusCode()).isEqualTo(303);
      assertThat(status(session)).isEqualTo("logged_out");
    }

    @Test
    void goesToTheLoginPageWithoutARedirectUrl() {
      HttpResponse<String> home = browser.follow(open(sites.create("cb_ada")));

      assertThat(location(browser.signOut(home, "/portal/v2/logout"))).isEqualTo("/portal/login");
      assertThat(policy(home)).endsWith("form-action 'self'");
    }

    @Test
    void byALinkIsConfirmedFirst() {
      Reply session = sites.create("cb_ada");
      open(session);
      HttpResponse<String> question = browser.get("/portal/v2/logout");

      assertThat(question.body()).contains("Do you want to leave");
      assertThat(status(session)).isEqualTo("logged_in");
      browser.signOut(question, "/portal/v2/logout");
      assertThat(status(session)).isEqualTo("logged_out");
    }

    @Test
    void isNotForAnotherSiteToAskFor() {
      Reply session = sites.create("cb_ada");
      open(session);

      assertThat(browser.post("/portal/v2/logout", Map.of()).statusCode()).isEqualTo(403);
      assertThat(status(session)).isEqualTo("logged_in");
    }

    @Test
    void throughTheApiEndsTheBrowsersSessionAtItsNextRequest() {
      Reply session = sites.create("cb_ada");
      open(session);
      assertThat(browser.get("/portal/v2/home").statusCode()).isEqualTo(200);

      sites.post(DEMO_KEY, "/" + session.id() + "/logout", "");

      assertThat(browser.get("/portal/v2/home").statusCode()).isEqualTo(303);
    }
  }

  private HttpResponse<String> open(Reply session) {
    return browser.get("/portal/v2/authenticate?token=" + session.token());
  }

  private static String status(Reply session) {
    return sites.retrieve(session.id()).session().get("status").textValue();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String policy(HttpResponse<String> page) {
    return page.headers().firstValue("Content-Security-Policy").orElseThrow();
  }
}
