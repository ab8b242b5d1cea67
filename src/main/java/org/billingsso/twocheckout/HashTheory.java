package org.billingsso.twocheckout;

import static org.billingsso.twocheckout.LoginHash.byteLength;
import static org.billingsso.twocheckout.LoginHash.message;

import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.billingsso.directory.Secret;

/**
 * Ways in which a client that knows the key may come to its hash. What they say contains none of
 * key and hashes.
 */
final class HashTheory {
  private static final int SECONDS_TRIED = 60;

  private final LoginHash sent;
  private final Secret key;
  private final List<OtherDate> otherDates;

  /**
   * A message that may have been signed.
   *
   * @param meaning what a client that signs it does right or wrong
   */
  private record Signed(String message, String meaning) {}

  /**
   * A date that may have been signed instead of the one that was sent.
   *
   * @param offset from the one that was sent
   */
  private record OtherDate(String text, TimeOffset offset) {}

  /**
   * @param sent what the client sent, with a date of the right form where it has one
   * @param key which the client should know
   */
  HashTheory(LoginHash sent, Secret key) {
    this.sent = sent;
    this.key = key;
    this.otherDates =
        LoginDate.parse(sent.date()).stream()
            .flatMap(
                date ->
                    Stream.concat(TimeOffset.secondsUpTo(SECONDS_TRIED), TimeOffset.zones())
                        .map(offset -> new OtherDate(date.plus(offset.value()).toString(), offset)))
            .toList();
  }

  /** What explains the digest, the likeliest first; empty where nothing does. */
  Optional<String> explaining(byte[] digest, HashAlgorithm algorithm) {
    KeyedHash hash = algorithm.with(key);
    return otherMessages()
        .filter(signed -> MessageDigest.isEqual(hash.of(signed.message()), digest))
        .map(Signed::meaning)
        .findFirst()
        .or(() -> swapped(digest, algorithm))
        .or(() -> anotherDate(digest, hash));
  }

  private Stream<Signed> otherMessages() {
    String code = sent.merchantCode();
    String date = sent.date();
    return List.of(
        new Signed(
            message(code, date), "The hash is the right one of this key, merchant code and date."),
        new Signed(
            characters(code) + code + characters(date) + date,
            "The lengths are counted in characters; count the bytes of UTF-8: in PHP with"
                + " strlen, not mb_strlen, in Node with Buffer.byteLength."),
        new Signed(
            code + date,
            "The lengths are missing: the merchant code and the date are each preceded by their"
                + " length in bytes."),
        new Signed(
            message(date, code),
            "The date comes before the merchant code; the merchant code is first."),
        new Signed(
            date + code,
            "The date comes before the merchant code, and the lengths are missing: the merchant"
                + " code is first, and each is preceded by its length in bytes."))
        .stream();
  }

  private Optional<String> swapped(byte[] digest, HashAlgorithm algorithm) {
    Secret messageAsKey = Secret.of(message(sent.merchantCode(), sent.date()));
    byte[] swapped = algorithm.sign(messageAsKey, key.reveal());
    return MessageDigest.isEqual(swapped, digest)
        ? Optional.of(
            "The secret key and the message are swapped: in PHP it is"
                + " hash_hmac($algo, $message, $key).")
        : Optional.empty();
  }

  private Optional<String> anotherDate(byte[] digest, KeyedHash hash) {
    String code = sent.merchantCode();
    KeyedHash begun = hash.after(byteLength(code) + code + LoginDate.LENGTH);
    return otherDates.stream()
        .filter(date -> MessageDigest.isEqual(begun.of(date.text()), digest))
        .map(
            date ->
                "The hash was made over a date %s the one that was sent: make the date once and send it."
                    .formatted(date.offset().inWords("after", "before")))
        .findFirst();
  }

  private static int characters(String text) {
    return text.codePointCount(0, text.length());
  }
}
