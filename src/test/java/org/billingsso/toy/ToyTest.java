package org.billingsso.toy;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.billingsso.Accounts;
import org.billingsso.Served;
import org.billingsso.fusebill.FusebillAccounts;
import org.billingsso.portal.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a platform gets for one package and one line. */
class ToyTest {
  private final FusebillAccounts accounts = Accounts.demo(FusebillAccounts.SECTION);
  private final Served gateway =
      Served.with((signOn, routes) -> new Toy(signOn, accounts).mount(routes));
  private final Browser browser = new Browser(gateway.address());

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void signsSomebodyOn() {
    HttpResponse<String> entered = browser.get(link());

    assertThat(entered.statusCode()).isEqualTo(303);
    assertThat(browser.follow(entered).body()).contains("Your toys", "Ada Lovelace");
  }

  @Test
  void refusesAUsedLinkAndALateOneWithItsPages() {
    String used = link();
    String late = link();
    browser.get(used);
    gateway.clock().advance(ofSeconds(10));

    assertThat(browser.get(used).body()).contains("already been used", "10.0 s ago");
    assertThat(browser.get(late).body()).contains("has expired");
    assertThat(browser.get("/toy/enter/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void signsThemOutAgain() {
    HttpResponse<String> home = browser.follow(browser.get(link()));
    browser.signOut(home, "/toy/sign-out");

    assertThat(browser.get("/toy/home").statusCode()).isEqualTo(401);
  }

  @Test
  void speaksOfTroubleInItsOwnWords() {
    HttpResponse<String> stranger = browser.request("POST", "/toy/links/1001");
    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(stranger.body()).isEqualTo("{\"trouble\":\"no such key\"}");
    HttpResponse<String> nobody =
        browser.request("POST", "/toy/links/bob", "Authorization", "Basic MDpERU1PS0VZ");
    assertThat(nobody.statusCode()).isEqualTo(404);
    assertThat(nobody.body()).isEqualTo("{\"trouble\":\"no such customer\"}");
    HttpResponse<String> read = browser.get("/toy/links/1001");
    assertThat(read.statusCode()).isEqualTo(405);
    assertThat(read.body()).isEqualTo("{\"trouble\":\"Method Not Allowed\"}");
  }

  private String link() {
    HttpResponse<String> answer =
        browser.request("POST", "/toy/links/1001", "Authorization", "Basic MDpERU1PS0VZ");
    assertThat(answer.statusCode()).isEqualTo(201);
    return answer.body().replaceAll(".*\"(http[^\"]+)\".*", "$1");
  }
}
