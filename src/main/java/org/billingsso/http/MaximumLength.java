package org.billingsso.http;

import org.billingsso.journal.Diagnosis;

/**
 * How many characters a value from outside has at most, for every platform. What is longer is
 * refused before any work is done with it, so that no call costs more than a usual one. Where a
 * platform documents a shorter maximum, the platform's own holds.
 */
public enum MaximumLength {
  /** What one account, customer, subscription, partner or product is called by. */
  REFERENCE(255),
  /** A word out of a list, such as the name of a page, a language or an algorithm. */
  WORD(64),
  /** The hash of a login in hexadecimal digits; the longest in use has 128. */
  HASH(256),
  /** A moment, as a text. */
  DATE(64),
  /** A number, as a text. */
  NUMBER(32),
  /** An IP address, as a text: the longest has 45. */
  IP_ADDRESS(64),
  /** An e-mail address: RFC 5321 allows 254. */
  EMAIL(254),
  /** An absolute URL. */
  URL(2_000),
  /** What somebody searches for. */
  SEARCH(255),
  /** A token, an API session's id or a key of an API. */
  SECRET(255),
  /** What a back end calls a request that it may repeat. */
  IDEMPOTENCY_KEY(255),
  /** A password that somebody types. */
  PASSWORD(1_000);

  private final int characters;

  MaximumLength(int characters) {
    this.characters = characters;
  }

  /** How many characters it is. */
  public int characters() {
    return characters;
  }

  /** Whether the text is no longer. */
  public boolean admits(String text) {
    return text.length() <= characters;
  }

  /** Why the text is refused, without the text, which may be a secret. */
  public Diagnosis exceededBy(String name, String text) {
    return Diagnosis.of(name + " is too long")
        .seen(text.length() + " characters")
        .expected("at most " + characters);
  }
}
