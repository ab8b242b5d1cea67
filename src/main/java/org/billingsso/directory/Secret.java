package org.billingsso.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A key, token or password. It never shows itself in {@link #toString}, and equality takes the same
 * time wherever two secrets of one length differ.
 */
public final class Secret {
  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /**
   * @throws IllegalArgumentException where the text is empty
   */
  public static Secret of(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("A secret is not empty");
    }
    return new Secret(text);
  }

  /** The secret in UTF-8, for the algorithm that needs it. */
  public byte[] bytes() {
    return text.getBytes(UTF_8);
  }

  /** The secret in the clear, for the person who may see it; never for a log. */
  public String reveal() {
    return text;
  }

  /** Its SHA-256 in hex: what a map is keyed with, so that a lookup's time tells nothing. */
  public String fingerprint() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && MessageDigest.isEqual(bytes(), that.bytes());
  }

  @Override
  public int hashCode() {
    return fingerprint().hashCode();
  }

  @Override
  public String toString() {
    return "Secret[***]";
  }
}
