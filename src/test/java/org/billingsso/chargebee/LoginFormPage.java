package org.billingsso.chargebee;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.billingsso.portal.Browser;

/** The form of a page of the portal's login, as somebody without scripts fills it in. */
record LoginFormPage(Browser browser, HttpResponse<String> page, String action) {
  private static final Pattern ACTION =
      Pattern.compile("<form class=\"card fields\"[^>]* action=\"([^\"]+)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

  /** What the integrator's site learns about a session that awaits its activation. */
  record SignedOn(String id, String token) {}

  /** Ada signs on to a site through the portal's login. */
  static SignedOn signOn(Browser browser) {
    String location =
        open(browser, "/portal/login?return_url=http://localhost:3000/in")
            .submit("ada@example.com", "portal-demo")
            .headers()
            .firstValue("Location")
            .orElseThrow();
    return new SignedOn(
        parameter(location, "auth_session_id"), parameter(location, "auth_session_token"));
  }

  static LoginFormPage open(Browser browser, String path) {
    return of(browser, browser.get(path));
  }

  static LoginFormPage of(Browser browser, HttpResponse<String> page) {
    Matcher action = ACTION.matcher(page.body());
    if (!action.find()) {
      throw new AssertionError("No form but " + page.statusCode() + " " + page.body());
    }
    return new LoginFormPage(browser, page, action.group(1));
  }

  HttpResponse<String> submit(String email, String password) {
    return submit(Map.of("email", email, "password", password));
  }

  /** Posts the form with its hidden fields, unless the given ones replace them. */
  HttpResponse<String> submit(Map<String, String> filledIn) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher hidden = HIDDEN.matcher(page.body());
    while (hidden.find()) {
      fields.put(hidden.group(1), hidden.group(2).replace("&amp;", "&"));
    }
    fields.putAll(filledIn);
    return browser.post(action, fields);
  }

  /** What the query of a URL says under that name. */
  static String parameter(String url, String name) {
    return Stream.of(URI.create(url).getRawQuery().split("&"))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + name + " in " + url));
  }
}
