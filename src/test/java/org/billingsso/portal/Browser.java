package org.billingsso.portal;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps cookies as a browser does, and follows a redirect only when told to. */
public final class Browser {
  private static final Pattern SESSION = Pattern.compile("name=\"session\" value=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();
  private final URI server;

  public Browser(URI server) {
    this.server = server;
  }

  /** What a GET of that path or URL of the server answers. */
  public HttpResponse<String> get(String url) {
    return request("GET", url);
  }

  /** What that method answers, with headers as names and values in turn. */
  public HttpResponse<String> request(String method, String url, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(url)).method(method, BodyPublishers.noBody());
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** The page at the end of a redirect. */
  public HttpResponse<String> follow(HttpResponse<String> redirect) {
    return get(redirect.headers().firstValue("Location").orElseThrow());
  }

  /** What posting a form answers. */
  public HttpResponse<String> post(String url, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(server.resolve(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Presses the sign-out button of that page. */
  public HttpResponse<String> signOut(HttpResponse<String> page, String path) {
    Matcher session = SESSION.matcher(page.body());
    if (!session.find()) {
      throw new AssertionError("The page has no button to sign out: " + page.body());
    }
    return post(path, Map.of("session", session.group(1)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("The server did not answer", e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
