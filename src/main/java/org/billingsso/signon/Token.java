package org.billingsso.signon;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The secret inside a login link, a session cookie or an API session id. It is shown to the one who
 * is to use it and to nobody else: records are kept under its {@link #hash}, and {@link #toString}
 * does not tell it.
 *
 * @param value the text as it goes over the wire, case sensitive
 */
public record Token(String value) {
  private static final MessageDigest SHA_256 = find();

  /** SHA-256 of the token, base64url without padding: 43 characters. */
  public String hash() {
    byte[] digest = sha256().digest(value.getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  @Override
  public String toString() {
    return "Token[secret]";
  }

  /** A copy of one that is known, which spares looking through the providers for each hash. */
  private static MessageDigest sha256() {
    try {
      return (MessageDigest) SHA_256.clone();
    } catch (CloneNotSupportedException impossible) {
      throw new AssertionError("The JDK's SHA-256 can be copied", impossible);
    }
  }

  private static MessageDigest find() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("Every JDK has SHA-256", impossible);
    }
  }
}
