package org.billingsso.signon;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The server's own secret, from which tokens are derived that an API must be able to show again.
 * All nodes on one store have the same.
 */
public final class ServerKey {
  /** How long the key is, in bytes. */
  public static final int BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * @param bytes {@value #BYTES} unpredictable bytes
   */
  public ServerKey(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("A server key has " + BYTES + " bytes");
    }
    key = new SecretKeySpec(bytes, ALGORITHM);
  }

  /** 32 bytes that only this key makes of that name for that purpose. */
  byte[] derive(String purpose, String name) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal((purpose + '\n' + name).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("Every JDK has " + ALGORITHM, impossible);
    }
  }

  @Override
  public String toString() {
    return "ServerKey[secret]";
  }
}
