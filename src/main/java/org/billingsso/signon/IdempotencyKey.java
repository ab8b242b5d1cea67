package org.billingsso.signon;

import java.time.Duration;

/**
 * The key of a request that a back end may repeat.
 *
 * @param tenant whose key it is; the same key of another tenant is another key
 * @param key what the back end calls it
 * @param request everything that the request says; only its hash is kept
 * @param time how long the key stands for its request
 */
public record IdempotencyKey(String tenant, String key, String request, Duration time) {

  /** The id of its record. */
  String id() {
    return new Token(tenant + '\n' + key).hash();
  }

  String requestHash() {
    return new Token(request).hash();
  }
}
