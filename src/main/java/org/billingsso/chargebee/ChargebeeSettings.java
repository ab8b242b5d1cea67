package org.billingsso.chargebee;

import java.time.Duration;

/**
 * What Chargebee's documentation leaves open.
 *
 * @param linkValidity how long an access URL works, and how long a login waits for its activation
 * @param idempotencyKeys how long an idempotency key stands for its request
 * @param callsPerMinute how many calls of the API a site may make in a minute
 * @param signUp whether whoever knows a customer's e-mail address may set its first password
 */
public record ChargebeeSettings(
    Duration linkValidity, Duration idempotencyKeys, int callsPerMinute, boolean signUp) {

  /** The values that hold where nothing else is said. */
  public static ChargebeeSettings usual() {
    return new ChargebeeSettings(Duration.ofHours(1), Duration.ofMinutes(30), 3_000, true);
  }
}
