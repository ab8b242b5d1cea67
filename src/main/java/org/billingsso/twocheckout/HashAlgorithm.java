package org.billingsso.twocheckout;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.billingsso.directory.Secret;

/** The algorithms of the hash that {@code login} takes, in the order in which they are tried. */
public enum HashAlgorithm {
  MD5("md5", "HmacMD5", 16),
  SHA256("sha256", "HmacSHA256", 32),
  SHA3_256("sha3-256", "HmacSHA3-256", 32);

  private final String wireName;
  private final String macName;
  private final int bytes;

  HashAlgorithm(String wireName, String macName, int bytes) {
    this.wireName = wireName;
    this.macName = macName;
    this.bytes = bytes;
  }

  /** The name that goes into {@code algo}. */
  public String wireName() {
    return wireName;
  }

  /** How many hexadecimal digits its hashes have. */
  int digits() {
    return 2 * bytes;
  }

  /** The algorithm of that name, in any letter case. */
  static Optional<HashAlgorithm> named(String name) {
    String lowerCase = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(each -> each.wireName.equals(lowerCase)).findFirst();
  }

  /** The algorithms whose hashes have that many bytes. */
  static List<HashAlgorithm> ofLength(int bytes) {
    return Arrays.stream(values()).filter(each -> each.bytes == bytes).toList();
  }

  /** What makes HMACs with that key. */
  KeyedHash with(Secret key) {
    try {
      Mac mac = Mac.getInstance(macName);
      mac.init(new SecretKeySpec(key.bytes(), macName));
      return new KeyedHash(mac);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime lacks " + macName, e);
    }
  }

  /** The HMAC of the message in UTF-8. */
  byte[] sign(Secret key, String message) {
    return with(key).of(message);
  }
}
