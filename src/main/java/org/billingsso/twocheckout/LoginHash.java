package org.billingsso.twocheckout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.billingsso.directory.Secret;

/**
 * What a back end presents to {@code login} to prove that it knows a merchant's secret key: an HMAC
 * over the merchant code and the date, each preceded by its length in bytes of UTF-8. Implements
 * "login" of the 2Checkout API.
 *
 * <p>Whether the date is recent is not the hash's business.
 *
 * @param merchantCode as the client sent it
 * @param date as the client sent it, meant to be {@code YYYY-MM-DD HH:MM:SS} in UTC
 * @param hash hexadecimal digits in any letter case; anything else proves nothing
 * @param algo the {@linkplain HashAlgorithm#wireName() name} of the algorithm in any letter case;
 *     empty where the client named none: then the length of the hash tells
 */
public record LoginHash(String merchantCode, String date, String hash, String algo) {
  /** What a hash for an unknown merchant is checked against, so that it costs the same. */
  static final Secret NOBODYS_KEY = Secret.of("no merchant has this key");

  /** The hash that the holder of the key sends: lower-case hexadecimal digits. */
  public static String compute(
      HashAlgorithm algorithm, Secret secretKey, String merchantCode, String date) {
    return HexFormat.of().formatHex(algorithm.sign(secretKey, message(merchantCode, date)));
  }

  /**
   * The algorithm by which this hash was made with that key; empty where it was not made with it.
   * How long it takes tells nothing about the key or the right hash.
   */
  public Optional<HashAlgorithm> madeWith(Secret secretKey) {
    Optional<byte[]> digest = digest();
    if (digest.isEmpty()) {
      return Optional.empty();
    }
    String message = message(merchantCode, date);
    return candidates(digest.get().length).stream()
        .filter(each -> MessageDigest.isEqual(each.sign(secretKey, message), digest.get()))
        .findFirst();
  }

  /** What is signed. */
  static String message(String merchantCode, String date) {
    return byteLength(merchantCode) + merchantCode + byteLength(date) + date;
  }

  /** The bytes that the hash spells; empty where it is not hexadecimal. */
  Optional<byte[]> digest() {
    try {
      return Optional.of(HexFormat.of().parseHex(hash));
    } catch (IllegalArgumentException notHexadecimal) {
      return Optional.empty();
    }
  }

  private List<HashAlgorithm> candidates(int bytes) {
    List<HashAlgorithm> fitting = HashAlgorithm.ofLength(bytes);
    return algo.isEmpty()
        ? fitting
        : HashAlgorithm.named(algo).filter(fitting::contains).stream().toList();
  }

  /** How many bytes of UTF-8 it has. */
  static int byteLength(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Leaves out the hash: with its date it opens a session for as long as the date is accepted. */
  @Override
  public String toString() {
    return "LoginHash[merchantCode=" + merchantCode + ", date=" + date + ", algo=" + algo + "]";
  }
}
