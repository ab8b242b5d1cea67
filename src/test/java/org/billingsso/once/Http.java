package org.billingsso.once;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Requests to servers that may die meanwhile. Keeps no cookies and follows nothing. */
final class Http {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Http() {}

  static HttpRequest.Builder to(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(PATIENCE);
  }

  /** Empty where no answer came. */
  static Optional<HttpResponse<String>> send(HttpRequest.Builder request) {
    try {
      return Optional.of(CLIENT.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException noAnswer) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      throw new AssertionError("Nobody stops a test's requests", stopped);
    }
  }
}
