package org.billingsso.twocheckout;

import static java.nio.charset.StandardCharsets.UTF_8;

import javax.crypto.Mac;

/**
 * An HMAC whose key, and perhaps the beginning of whose message, is known: what these decide is
 * worked out once, however many messages follow. Each use takes a copy, so many threads may.
 */
final class KeyedHash {
  private final Mac begun;

  KeyedHash(Mac begun) {
    this.begun = begun;
  }

  /** The HMAC of the beginning and this, in UTF-8. */
  byte[] of(String rest) {
    return copy().doFinal(rest.getBytes(UTF_8));
  }

  /** The same with more of the beginning. */
  KeyedHash after(String beginning) {
    Mac longer = copy();
    longer.update(beginning.getBytes(UTF_8));
    return new KeyedHash(longer);
  }

  private Mac copy() {
    try {
      return (Mac) begun.clone();
    } catch (CloneNotSupportedException impossible) {
      throw new AssertionError("The JDK's HMACs can be copied", impossible);
    }
  }
}
