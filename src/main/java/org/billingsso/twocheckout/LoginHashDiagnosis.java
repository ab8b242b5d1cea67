package org.billingsso.twocheckout;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.billingsso.directory.Secret;
import org.billingsso.journal.Diagnosis;

/**
 * What is right and wrong with a {@code login}, for the people who own the key. No sentence
 * contains the key or a hash, so all may go to a log.
 *
 * <p>The sentences take some hundred hashes, which is less than a millisecond.
 */
public final class LoginHashDiagnosis {
  private final LoginHash sent;
  private final Secret key;
  private final Instant now;
  private final TwoCheckoutSettings settings;
  private final Optional<LoginDate> date;
  private final List<String> sentences = new ArrayList<>();

  /**
   * @param sent what the client sent, with the code of an existing merchant
   * @param key that merchant's secret key
   * @param now the gateway's time
   */
  public LoginHashDiagnosis(LoginHash sent, Secret key, Instant now, TwoCheckoutSettings settings) {
    this.sent = sent;
    this.key = key;
    this.now = now;
    this.settings = settings;
    this.date = LoginDate.parse(sent.date());
  }

  /** Whether the gateway lets this login in. */
  public boolean accepted() {
    return sent.madeWith(key).filter(this::isTaken).isPresent()
        && date.filter(this::isRecent).isPresent();
  }

  /** Which rule a login that is not accepted breaks, without what it takes work to find out. */
  Diagnosis rule() {
    Optional<HashAlgorithm> algorithm = sent.madeWith(key);
    if (algorithm.isEmpty()) {
      return Diagnosis.of("the hash of the login is not that of the merchant's key, code and date");
    }
    if (!isTaken(algorithm.get())) {
      return Diagnosis.of("login takes no hash by md5 here").setting("twocheckout.refuseMd5");
    }
    return Diagnosis.of("the date of the login is not near enough to the gateway's clock")
        .seen(sent.date())
        .expected(
            "%s in UTC, give or take %d s"
                .formatted(new LoginDate(now), settings.loginTolerance().toSeconds()))
        .setting("twocheckout.loginTolerance");
  }

  /** The findings in plain sentences, first about the hash and then about the date. */
  public List<String> sentences() {
    sentences.clear();
    judgeHash();
    judgeDate();
    return List.copyOf(sentences);
  }

  private boolean isTaken(HashAlgorithm algorithm) {
    return algorithm != HashAlgorithm.MD5 || !settings.refuseMd5();
  }

  private boolean isRecent(LoginDate sentDate) {
    return sentDate.isWithin(settings.loginTolerance(), now);
  }

  private void judgeHash() {
    Optional<byte[]> digest = sent.digest();
    if (digest.isEmpty()) {
      say("The hash is not hexadecimal: it is pairs of the digits 0 to 9 and a to f.");
    } else if (HashAlgorithm.ofLength(digest.get().length).isEmpty()) {
      say(
          "The hash has %d hexadecimal digits; %s."
              .formatted(sent.hash().length(), digitsOfEach()));
    } else {
      explain(digest.get());
    }
  }

  private static String digitsOfEach() {
    return Arrays.stream(HashAlgorithm.values())
        .map(each -> "by %s it has %d".formatted(each.wireName(), each.digits()))
        .collect(joining(", "));
  }

  private void explain(byte[] digest) {
    List<HashAlgorithm> algorithms = HashAlgorithm.ofLength(digest.length);
    HashTheory theories = new HashTheory(sent, key);
    Optional<HashAlgorithm> used =
        algorithms.stream()
            .filter(algorithm -> isExplained(digest, algorithm, theories))
            .findFirst();
    if (used.isPresent()) {
      judgeAlgorithm(used.get());
    } else {
      say("The secret key was most likely another one: no known mistake explains the hash.");
      if (algorithms.stream().noneMatch(this::isNamed)) {
        say("What is more, no hash by %s has this length.".formatted(sent.algo()));
      }
    }
    if (!sent.hash().equals(sent.hash().toLowerCase(Locale.ROOT))) {
      say("The hash has upper-case letters, which does no harm.");
    }
  }

  private boolean isExplained(byte[] digest, HashAlgorithm algorithm, HashTheory theories) {
    Optional<String> theory = theories.explaining(digest, algorithm);
    theory.ifPresent(this::say);
    return theory.isPresent();
  }

  private void judgeAlgorithm(HashAlgorithm used) {
    if (isNamed(used)) {
      say("It was made with %s.".formatted(used.wireName()));
    } else {
      say("It was made with %s, but algo says %s.".formatted(used.wireName(), sent.algo()));
    }
    if (!isTaken(used)) {
      say("This gateway takes no md5 hash (twocheckout.refuseMd5): take sha256 or sha3-256.");
    }
  }

  private boolean isNamed(HashAlgorithm algorithm) {
    return sent.algo().isEmpty() || HashAlgorithm.named(sent.algo()).equals(Optional.of(algorithm));
  }

  private void judgeDate() {
    if (date.isEmpty()) {
      say("The date is not of the form YYYY-MM-DD HH:MM:SS.");
      return;
    }
    TimeOffset offset = date.get().from(now);
    String distance = offset.inWords("ahead of", "behind");
    if (isRecent(date.get())) {
      say("The date is %s the gateway's clock, which is near enough.".formatted(distance));
    } else {
      say(
          "The date is %s the gateway's clock, which says %s in UTC; %d s are accepted."
              .formatted(distance, new LoginDate(now), settings.loginTolerance().toSeconds()));
      offset
          .zone()
          .ifPresent(
              zone -> say("It looks like local time at UTC%s: send UTC.".formatted(zone.getId())));
    }
  }

  private void say(String sentence) {
    sentences.add(sentence);
  }
}
