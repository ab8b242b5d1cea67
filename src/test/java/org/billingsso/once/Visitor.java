package org.billingsso.once;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.billingsso.once.Redemption.Outcome;

/** Somebody with a new browser, who follows a login link. */
final class Visitor {
  private static final Map<String, Outcome> REFUSALS =
      Map.of(
          "This login link has already been used", Outcome.USED,
          "A newer login link has replaced this one", Outcome.SUPERSEDED,
          "This login link has expired", Outcome.EXPIRED,
          "This login link is unknown", Outcome.UNKNOWN);

  /**
   * What following a link has led to.
   *
   * @param page where the browser is sent to, once it is admitted
   * @param cookie by which it is known there
   */
  record Visit(Outcome outcome, URI page, String cookie) {

    /** The outcome after a look whether an admitted visitor really is in. */
    Outcome confirmed() {
      boolean shutOut =
          outcome == Outcome.ADMITTED && look().filter(page -> !isOpen(page)).isPresent();
      return shutOut ? Outcome.SHUT_OUT : outcome;
    }

    /** Whether the portal opens for the visitor. */
    boolean isSignedIn() {
      return look().filter(Visit::isOpen).isPresent();
    }

    /** What the portal shows; empty where it cannot show anything. */
    private Optional<HttpResponse<String>> look() {
      return Http.send(Http.to(page).header("Cookie", cookie))
          .filter(answer -> answer.statusCode() < 500);
    }

    private static boolean isOpen(HttpResponse<String> answer) {
      return answer.statusCode() == 200 && answer.body().contains("Sign out");
    }
  }

  private Visitor() {}

  static Visit follow(String link) {
    URI uri = URI.create(link);
    Optional<HttpResponse<String>> answer = Http.send(Http.to(uri));
    return new Visit(
        answer.map(Visitor::outcome).orElse(Outcome.UNANSWERED),
        answer
            .flatMap(given -> given.headers().firstValue("Location"))
            .map(uri::resolve)
            .orElse(uri),
        answer
            .flatMap(given -> given.headers().firstValue("Set-Cookie"))
            .map(cookie -> cookie.replaceFirst(";.*", ""))
            .orElse(""));
  }

  private static Outcome outcome(HttpResponse<String> answer) {
    if (answer.statusCode() == 303 && answer.headers().firstValue("Set-Cookie").isPresent()) {
      return Outcome.ADMITTED;
    }
    return REFUSALS.entrySet().stream()
        .filter(refusal -> answer.body().contains(refusal.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Outcome.UNANSWERED);
  }
}
