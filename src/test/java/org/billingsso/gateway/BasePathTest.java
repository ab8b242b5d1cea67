package org.billingsso.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.billingsso.TestClock;
import org.billingsso.directory.Secret;
import org.billingsso.twocheckout.HashAlgorithm;
import org.billingsso.twocheckout.LoginDate;
import org.billingsso.twocheckout.LoginHash;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every address that clients and browsers get begins with the base, wherever the gateway hangs. */
class BasePathTest {
  private static final String HOST = "http://sso.example";
  private static final String WORLD = "/w/one";
  private static final Pattern ADDRESS = Pattern.compile("(?:href|src|action)=\"([^\"]*)\"");
  private static final Pattern ROOTED = Pattern.compile("\"/(?!/)");

  private final TestClock time = new TestClock();
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private String publicPath = "";
  private String base = "";
  private Gateway gateway = Gateway.builder().clock(time).start();

  @AfterEach
  void close() {
    gateway.close();
  }

  private void hangBelow(String path, String world) {
    gateway.close();
    publicPath = path;
    base = path + world;
    gateway = Gateway.builder().settings(settings(HOST + path)).clock(time).start();
  }

  private static Settings settings(String publicUrl) {
    Map<String, String> flags =
        Map.of(
            "store", "memory:",
            "port", "0",
            "publicUrl", publicUrl,
            "chargebee.signUp", "true",
            "worlds.enabled", "true");
    return new SettingsReader(Platforms.ALL)
        .read(Optional.empty(), Map.of(), flags)
        .orElseThrow(problems -> new IllegalArgumentException(problems.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sso,", "/a.b/c%20d,", ",/w/one", "/sso,/w/one"})
  void allPagesOfAllPortalsLinkBelowIt(String where) throws Exception {
    String[] parts = where.split(",", 2);
    hangBelow(parts[0], parts[1]);
    String session = logIn();
    String shop = HOST + base + "/order/checkout.php?PRODS=AV-PRO";
    String panel = HOST + base + "/partners/";
    call("setPartner", session, "PARTNER01");

    List<Integer> pages = new ArrayList<>();
    pages.add(crawl(call("getSingleSignOn", session, "DC47E143FA")));
    pages.add(
        crawl(
            call(
                "getSingleSignOnInCart",
                session,
                "352365983",
                "2CheckoutCustomerReference",
                shop)));
    pages.add(
        crawl(
            call(
                "getPartnerSingleSignOn", session, "admin@partner01.example", "PARTNER01", panel)));
    pages.add(crawl(accessUrl()));
    pages.add(crawl(HOST + base + "/portal/login"));
    pages.add(crawl(planhatLink()));
    pages.add(crawl(HOST + base + "/Portal/Home?token=" + fusebillToken()));

    assertThat(pages).allMatch(count -> count >= 2);
    assertThat(pages.stream().mapToInt(Integer::intValue).sum()).isGreaterThan(40);
  }

  @Test
  void aPageOfOursIsFoundThoughItsAddressLacksIt() throws Exception {
    hangBelow("/sso", "");
    String session = logIn();
    String bare = HOST + "/order/checkout.php?PRODS=AV-PRO";
    call("setPartner", session, "PARTNER01");

    assertThat(
            call("getSingleSignOnInCart", session, "352365983", "2CheckoutCustomerReference", bare))
        .startsWith(HOST + "/sso/order/checkout.php?");
    assertThat(
            call(
                "getPartnerSingleSignOn",
                session,
                "admin@partner01.example",
                "PARTNER01",
                HOST + "/partners/account.php"))
        .startsWith(HOST + "/sso/partners/account.php?");
  }

  @Test
  void theWsdlCarriesIt() throws Exception {
    hangBelow("/sso", WORLD);
    String address = HOST + base + "/soap/6.0/";

    assertThat(get(address + "?wsdl").body())
        .contains("<soap:address location=\"" + address + "\"")
        .doesNotContain("<wsdl:import");
  }

  @Test
  void cookiesOfSeveralWorldsKeepApart() throws Exception {
    hangBelow("", WORLD);
    crawl(call("getSingleSignOn", logIn(), "DC47E143FA"));
    base = "/w/two";
    crawl(call("getSingleSignOn", logIn(), "DC47E143FA"));

    assertThat(cookies.getCookieStore().getCookies())
        .extracting(HttpCookie::getName)
        .containsExactlyInAnyOrder("2checkout-myaccount.w.one", "2checkout-myaccount.w.two");
    for (String world : new String[] {"/w/one", "/w/two"}) {
      base = world;
      assertThat(get(HOST + world + "/myaccount/").statusCode()).isEqualTo(200);
    }
  }

  /** Reads all pages that can be reached from that one, and says how many there were. */
  private int crawl(String start) throws Exception {
    Set<String> seen = new LinkedHashSet<>();
    Queue<String> next = new ArrayDeque<>(List.of(start));
    int pages = 0;
    while (!next.isEmpty()) {
      String url = next.remove();
      HttpResponse<String> answer = get(url);
      Optional<String> location = answer.headers().firstValue("Location");
      if (location.isPresent()) {
        assertThat(location.get()).as("the redirect of " + url).startsWith(base + "/");
        follow(location.get(), seen, next);
        continue;
      }
      assertThat(answer.statusCode()).as(url).isEqualTo(200);
      pages++;
      if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        follow(url, answer.body(), seen, next);
      }
    }
    return pages;
  }

  private void follow(String url, String html, Set<String> seen, Queue<String> next) {
    Matcher address = ADDRESS.matcher(html);
    while (address.find()) {
      String found = address.group(1).replace("&amp;", "&");
      if (found.startsWith("#")) {
        continue;
      }
      assertThat(found).as("a link on " + url).startsWith(base + "/");
      follow(found, seen, next);
    }
    assertThat(ROOTED.matcher(html.replace("\"" + base + "/", "")).find()).as(html).isFalse();
  }

  private static void follow(String path, Set<String> seen, Queue<String> next) {
    boolean onlyPosted = path.toLowerCase(Locale.ROOT).matches(".*sign[_-]?out.*");
    if (!onlyPosted && seen.add(path)) {
      next.add(HOST + path);
    }
  }

  private String logIn() throws Exception {
    String date = new LoginDate(time.instant()).toString();
    String hash =
        LoginHash.compute(HashAlgorithm.SHA256, Secret.of("demo-secret-key"), "DEMOSHOP", date);
    return call("login", "DEMOSHOP", date, hash);
  }

  private String call(String method, String... params) throws Exception {
    String json =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":[\"%s\"]}"
            .formatted(method, String.join("\",\"", params));
    String answer = send(HOST + base + "/rpc/6.0/", BodyPublishers.ofString(json), "").body();
    assertThat(answer).contains("\"result\":");
    return answer.replaceFirst(".*\"result\":\"?", "").replaceFirst("\"?}$", "");
  }

  private String accessUrl() throws Exception {
    String answer =
        send(
                HOST + base + "/api/v2/portal_sessions",
                BodyPublishers.ofString("customer[id]=cb_ada"),
                "Basic dGVzdF9kZW1vX2tleTo=")
            .body();
    return answer.replaceFirst(".*\"access_url\":\"", "").replaceFirst("\".*", "");
  }

  private String planhatLink() throws Exception {
    String url = HOST + base + "/shareabletokens/5d81eb28aeeafc7a74d8f901";
    return send(url, null, "Bearer planhat-demo-token").body();
  }

  private String fusebillToken() throws Exception {
    String url = HOST + base + "/v1/SingleSignOn/GetSingleSignOnToken/1001";
    return send(url, null, "Basic MDpERU1PS0VZ").body().replace("\"", "");
  }

  private HttpResponse<String> get(String url) throws Exception {
    return send(url, null, "");
  }

  /** Sends as a proxy does that takes its own path away. */
  private HttpResponse<String> send(
      String url, HttpRequest.@Nullable BodyPublisher body, String authorization) throws Exception {
    assertThat(url).startsWith(HOST + base + "/");
    URI behind = URI.create(gateway.address() + url.substring((HOST + publicPath).length()));
    HttpRequest.Builder request = HttpRequest.newBuilder(behind);
    if (body != null) {
      request.POST(body).header("Content-Type", "application/x-www-form-urlencoded");
    }
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
