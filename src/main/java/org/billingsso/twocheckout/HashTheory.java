package org.billingsso.twocheckout;

import java.util.List;
import java.util.stream.Stream;
import org.billingsso.directory.Secret;

/**
 * A way in which a client that knows the key may come to its hash.
 *
 * @param sentence what it does right or wrong; contains none of key and hashes
 */
record HashTheory(String sentence, Signing signing) {

  /** What such a client does with the four things it knows. */
  @FunctionalInterface
  interface Signing {
    byte[] sign(HashAlgorithm algorithm, Secret key, String code, String date);
  }

  private static final int SECONDS_TRIED = 60;

  private static final HashTheory CORRECT =
      new HashTheory(
          "The hash is the right one of this key, merchant code and date.",
          (algorithm, key, code, date) -> algorithm.sign(key, LoginHash.message(code, date)));

  private static final List<HashTheory> KNOWN_MISTAKES =
      List.of(
          new HashTheory(
              "The lengths are counted in characters; count the bytes of UTF-8: in PHP with"
                  + " strlen, not mb_strlen, in Node with Buffer.byteLength.",
              (algorithm, key, code, date) ->
                  algorithm.sign(key, characters(code) + code + characters(date) + date)),
          new HashTheory(
              "The lengths are missing: the merchant code and the date are each preceded by their"
                  + " length in bytes.",
              (algorithm, key, code, date) -> algorithm.sign(key, code + date)),
          new HashTheory(
              "The date comes before the merchant code; the merchant code is first.",
              (algorithm, key, code, date) -> algorithm.sign(key, LoginHash.message(date, code))),
          new HashTheory(
              "The date comes before the merchant code, and the lengths are missing: the merchant"
                  + " code is first, and each is preceded by its length in bytes.",
              (algorithm, key, code, date) -> algorithm.sign(key, date + code)),
          new HashTheory(
              "The secret key and the message are swapped: in PHP it is"
                  + " hash_hmac($algo, $message, $key).",
              (algorithm, key, code, date) ->
                  algorithm.sign(Secret.of(LoginHash.message(code, date)), key.reveal())));

  /** All that is worth trying, the likeliest first. */
  static Stream<HashTheory> about(LoginHash sent) {
    Stream<HashTheory> otherDates =
        LoginDate.parse(sent.date()).stream()
            .flatMap(
                date ->
                    Stream.concat(TimeOffset.secondsUpTo(SECONDS_TRIED), TimeOffset.zones())
                        .map(offset -> overAnotherDate(date, offset)));
    return Stream.of(Stream.of(CORRECT), KNOWN_MISTAKES.stream(), otherDates).flatMap(each -> each);
  }

  private static HashTheory overAnotherDate(LoginDate date, TimeOffset offset) {
    String signedDate = date.plus(offset.value()).toString();
    return new HashTheory(
        "The hash was made over a date %s the one that was sent: make the date once and send it."
            .formatted(offset.inWords("after", "before")),
        (algorithm, key, code, sentDate) -> CORRECT.signing.sign(algorithm, key, code, signedDate));
  }

  byte[] sign(HashAlgorithm algorithm, Secret key, LoginHash sent) {
    return signing.sign(algorithm, key, sent.merchantCode(), sent.date());
  }

  private static int characters(String text) {
    return text.codePointCount(0, text.length());
  }
}
