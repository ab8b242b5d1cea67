package org.billingsso.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.billingsso.directory.Person;
import org.billingsso.twocheckout.Customer;
import org.billingsso.twocheckout.HashAlgorithm;
import org.billingsso.twocheckout.LoginDate;
import org.billingsso.twocheckout.LoginHash;
import org.billingsso.twocheckout.Merchant;
import org.billingsso.twocheckout.Merchants;
import org.billingsso.twocheckout.Partner;

/** Signs the first people of a directory on as a back end and a browser would, and shows how. */
final class SignOnWalk {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern RETURN = Pattern.compile("Return>([^<]*)<");
  private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");

  private final URI gateway;
  private final Merchant merchant;
  private final InstantSource clock;
  private final PrintWriter out;
  private final HttpClient backEnd = HttpClient.newHttpClient();

  SignOnWalk(URI gateway, Merchants merchants, InstantSource clock, PrintWriter out) {
    this.gateway = gateway;
    this.merchant = merchants.all().get(0);
    this.clock = clock;
    this.out = out;
  }

  /** Whether the first customer's page came back signed in. */
  boolean shopperOverJsonRpc() throws IOException, InterruptedException {
    out.println("\nA shopper, over JSON-RPC\n");
    Customer shopper = merchant.customers().get(0);
    String subscription = shopper.billing().subscriptions().get(0).reference();
    String session = jsonRpc("login", login());
    String link = jsonRpc("getSingleSignOn", List.of(session, subscription));
    return isSignedIn(link, shopper.person());
  }

  /** Whether the first partner's control panel came back signed in. */
  boolean partnerOverSoap() throws IOException, InterruptedException {
    out.println("\nA partner, over SOAP\n");
    Partner partner = merchant.partners().get(0);
    Person user = partner.users().get(0);
    String session = soap("login", login());
    soap("setPartner", List.of(session, partner.code()));
    String page = gateway.resolve("/partners/") + "";
    String link =
        soap("getPartnerSingleSignOn", List.of(session, user.email().text(), partner.code(), page));
    return isSignedIn(link, user);
  }

  private List<String> login() {
    String date = new LoginDate(clock.instant()).toString();
    String hash =
        LoginHash.compute(HashAlgorithm.SHA256, merchant.secretKey(), merchant.code(), date);
    return List.of(merchant.code(), date, hash);
  }

  private String jsonRpc(String method, List<String> parameters)
      throws IOException, InterruptedException {
    JsonNode call =
        JSON.createObjectNode()
            .put("jsonrpc", "2.0")
            .put("id", 1)
            .put("method", method)
            .set("params", JSON.valueToTree(parameters));
    return JSON.readTree(post("/rpc/6.0/", "application/json", call.toString()))
        .path("result")
        .asText();
  }

  private String soap(String method, List<String> parameters)
      throws IOException, InterruptedException {
    StringBuilder parts = new StringBuilder();
    for (int i = 0; i < parameters.size(); i++) {
      parts.append("<param%1$d>%2$s</param%1$d>".formatted(i, parameters.get(i)));
    }
    String envelope =
        """
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">\
        <soap:Body><%1$s>%2$s</%1$s></soap:Body></soap:Envelope>"""
            .formatted(method, parts);
    Matcher answer = RETURN.matcher(post("/soap/6.0/", "text/xml; charset=utf-8", envelope));
    return answer.find() ? answer.group(1).replace("&amp;", "&") : "";
  }

  private String post(String path, String type, String body)
      throws IOException, InterruptedException {
    out.printf("> POST %s%n> %s%n", path, body);
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = backEnd.send(request, BodyHandlers.ofString());
    out.printf("< %d %s%n%n", answer.statusCode(), answer.body().strip());
    return answer.body();
  }

  /** Opens the link in a browser of its own. */
  private boolean isSignedIn(String link, Person person) throws IOException, InterruptedException {
    HttpClient browser =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NEVER)
            .build();
    if (!link.startsWith(gateway.toString())) {
      return false;
    }
    HttpResponse<String> door = get(URI.create(link), browser);
    URI next = door.headers().firstValue("Location").map(gateway::resolve).orElse(gateway);
    HttpResponse<String> page = get(next, browser);
    return door.statusCode() == 303
        && page.statusCode() == 200
        && page.body().contains(person.fullName());
  }

  private HttpResponse<String> get(URI uri, HttpClient browser)
      throws IOException, InterruptedException {
    out.printf("> GET %s%n", uri);
    HttpResponse<String> answer =
        browser.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    Matcher title = TITLE.matcher(answer.body());
    String what =
        answer
            .headers()
            .firstValue("Location")
            .map("to "::concat)
            .orElse(title.find() ? title.group(1) : "");
    out.printf("< %d %s%n%n", answer.statusCode(), what);
    return answer;
  }
}
