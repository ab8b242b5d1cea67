package org.billingsso.http;

import java.util.Optional;

/** Whether the gateway lives, and whether it is ready for requests, for whoever operates it. */
public final class Health {

  /** Whether requests would be served now. */
  @FunctionalInterface
  public interface Readiness {
    boolean isReady();

    /** What does not work though requests are served, fit for everybody's eyes; empty: all does. */
    default Optional<String> warning() {
      return Optional.empty();
    }
  }

  private Health() {}

  /** Adds {@code /health/live}, always 200, and {@code /health/ready}, 200 or 503. */
  public static void mount(Routes routes, Readiness readiness) {
    routes.get("/health/live", request -> text(200, "live\n"));
    routes.get(
        "/health/ready",
        request -> readiness.isReady() ? ready(readiness) : text(503, "not ready\n"));
  }

  private static Answer ready(Readiness readiness) {
    return text(200, "ready\n" + readiness.warning().map(warning -> warning + "\n").orElse(""));
  }

  private static Answer text(int status, String text) {
    return Answer.of(status, "text/plain; charset=utf-8", text).notStored();
  }
}
