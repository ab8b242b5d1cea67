package org.billingsso.http;

import java.time.Duration;

/**
 * How slowly a request may arrive. Who sends a byte now and then is cut off, since a connection
 * that is held costs as much as one that is used.
 *
 * @param header how long the header may take from its first byte on
 * @param body how long the body may take for nothing
 * @param bytesPerSecond for how many bytes of the body it may take a second more
 */
public record RequestPace(Duration header, Duration body, int bytesPerSecond) {

  /** Slower than any line that is in use. */
  public static final RequestPace USUAL =
      new RequestPace(Duration.ofSeconds(30), Duration.ofSeconds(20), 500);

  /** How long a body may take of which so many bytes have come. */
  Duration bodyOf(long bytes) {
    return body.plusMillis(1_000 * bytes / bytesPerSecond);
  }
}
