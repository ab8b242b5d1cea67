package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billingsso.twocheckout.HashAlgorithm.MD5;
import static org.billingsso.twocheckout.HashAlgorithm.SHA256;
import static org.billingsso.twocheckout.HashAlgorithm.SHA3_256;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.billingsso.directory.Secret;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginHashDiagnosisTest {
  private static final String CODE = "ŻÓŁW";
  private static final Secret KEY = Secret.of("the merchant's key");
  private static final String DATE = "2026-11-02 15:00:00";
  private static final Instant NOW = Instant.parse("2026-11-02T15:00:03Z");

  @Nested
  class ARightLogin {
    @ParameterizedTest
    @EnumSource
    void isAcceptedWithTheAlgorithmThatWasFound(HashAlgorithm algorithm) {
      LoginHashDiagnosis diagnosis = diagnose(hash(algorithm), "");

      assertThat(diagnosis.accepted()).isTrue();
      assertThat(diagnosis.sentences())
          .containsExactly(
              "The hash is the right one of this key, merchant code and date.",
              "It was made with " + algorithm.wireName() + ".",
              "The date is 3 s behind the gateway's clock, which is near enough.");
    }

    @Test
    void mayBeInUpperCaseWhichIsRemarked() {
      LoginHashDiagnosis diagnosis = diagnose(hash(SHA256).toUpperCase(Locale.ROOT), "");

      assertThat(diagnosis.accepted()).isTrue();
      assertThat(diagnosis.sentences())
          .contains("The hash has upper-case letters, which does no harm.");
    }
  }

  @Nested
  class TheAlgorithm {
    @ParameterizedTest
    @CsvSource({"SHA256, sha3-256", "SHA3_256, sha256", "MD5, sha256", "SHA256, md5", "MD5, sha1"})
    void isToldWhereAnotherWasNamed(HashAlgorithm used, String named) {
      LoginHashDiagnosis diagnosis = diagnose(hash(used), named);

      assertThat(diagnosis.accepted()).isFalse();
      assertThat(diagnosis.sentences())
          .contains("It was made with " + used.wireName() + ", but algo says " + named + ".");
    }

    @Test
    void isToldWhereItIsRefused() {
      LoginHashDiagnosis diagnosis =
          new LoginHashDiagnosis(new LoginHash(CODE, DATE, hash(MD5), ""), KEY, NOW, refusingMd5());

      assertThat(diagnosis.accepted()).isFalse();
      assertThat(diagnosis.sentences())
          .contains(
              "This gateway takes no md5 hash (twocheckout.refuseMd5): take sha256 or sha3-256.");
    }

    private static TwoCheckoutSettings refusingMd5() {
      TwoCheckoutSettings usual = TwoCheckoutSettings.DEFAULTS;
      return new TwoCheckoutSettings(
          true,
          usual.loginTolerance(),
          usual.apiSessionLength(),
          usual.defaultValidity(),
          usual.maximumValidity(),
          usual.partnerMustBeSet(),
          usual.wsdl(),
          usual.controlPanelOrigins(),
          usual.cartOrigins(),
          usual.maximumBatch());
    }
  }

  @Nested
  class AKnownMistake {
    @ParameterizedTest
    @CsvSource({
      "4ŻÓŁW192026-11-02 15:00:00, counted in characters",
      "ŻÓŁW2026-11-02 15:00:00, lengths are missing",
      "192026-11-02 15:00:007ŻÓŁW, date comes before the merchant code",
      "2026-11-02 15:00:00ŻÓŁW, 'before the merchant code, and the lengths are missing'"
    })
    void isNamedInEachAlgorithm(String signed, String finding) {
      assertThat(diagnose(hmac("HmacMD5", KEY.reveal(), signed), "").sentences().get(0))
          .contains(finding);
      assertThat(diagnose(hmac("HmacSHA256", KEY.reveal(), signed), "").sentences().get(0))
          .contains(finding);
      assertThat(diagnose(hmac("HmacSHA3-256", KEY.reveal(), signed), "").sentences())
          .first()
          .asString()
          .contains(finding);
    }

    @Test
    void mayBeTheKeyInTheMessagesPlace() {
      String swapped = hmac("HmacSHA256", "7ŻÓŁW19" + DATE, KEY.reveal());

      assertThat(diagnose(swapped, "").sentences().get(0)).contains("swapped");
    }
  }

  @Nested
  class AHashOverAnotherDate {
    @ParameterizedTest
    @CsvSource({
      "2026-11-02 15:00:01, a date 1 s after the one that was sent",
      "2026-11-02 14:59:30, a date 30 s before the one that was sent",
      "2026-11-02 17:00:00, a date 7200 s after the one that was sent",
      "2026-11-02 09:15:00, a date 20700 s before the one that was sent"
    })
    void isRecognized(String signedDate, String finding) {
      String hash = LoginHash.compute(SHA256, KEY, CODE, signedDate);

      assertThat(diagnose(hash, "").sentences().get(0)).contains(finding);
    }
  }

  @Nested
  class ADate {
    @ParameterizedTest
    @CsvSource({
      "2026-11-02 17:00:00, 7197 s ahead of, +02:00",
      "2026-11-02 20:30:05, 19802 s ahead of, +05:30",
      "2026-11-02 08:00:00, 25203 s behind, -07:00"
    })
    void inLocalTimeIsRecognized(String date, String distance, String zone) {
      LoginHashDiagnosis diagnosis = diagnoseDate(date);

      assertThat(diagnosis.accepted()).isFalse();
      assertThat(diagnosis.sentences())
          .containsSubsequence(
              "The date is "
                  + distance
                  + " the gateway's clock, which says 2026-11-02 15:00:03 in UTC; 600 s are"
                  + " accepted.",
              "It looks like local time at UTC" + zone + ": send UTC.");
    }

    @ParameterizedTest
    @CsvSource({
      "2026-11-02 15:10:04, 601 s ahead of",
      "2026-11-02 14:50:02, 601 s behind",
      "2010-05-13 12:12:12, 6017 days behind"
    })
    void tooFarAwayIsMeasured(String date, String distance) {
      LoginHashDiagnosis diagnosis = diagnoseDate(date);

      assertThat(diagnosis.accepted()).isFalse();
      assertThat(diagnosis.sentences())
          .last()
          .asString()
          .contains("The date is " + distance + " the gateway's clock");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "2026-11-02",
          "2026-11-02T15:00:00",
          "2026-11-02 15:00:00Z",
          "2026-02-30 15:00:00",
          "02.11.2026 15:00:00",
          " 2026-11-02 15:00:00"
        })
    void ofAnotherFormIsSaidToBeSo(String date) {
      LoginHashDiagnosis diagnosis = diagnoseDate(date);

      assertThat(diagnosis.accepted()).isFalse();
      assertThat(diagnosis.sentences())
          .containsSubsequence(
              "The hash is the right one of this key, merchant code and date.",
              "The date is not of the form YYYY-MM-DD HH:MM:SS.");
    }

    @Test
    void atTheVeryEdgeIsAccepted() {
      assertThat(diagnoseDate("2026-11-02 15:10:03").accepted()).isTrue();
      assertThat(diagnoseDate("2026-11-02 14:50:03").accepted()).isTrue();
    }

    private static LoginHashDiagnosis diagnoseDate(String date) {
      return new LoginHashDiagnosis(
          new LoginHash(CODE, date, LoginHash.compute(SHA3_256, KEY, CODE, date), ""),
          KEY,
          NOW,
          TwoCheckoutSettings.DEFAULTS);
    }
  }

  @Nested
  class AnUnexplainedHash {
    @Test
    void wasMadeWithAnotherKey() {
      LoginHashDiagnosis diagnosis =
          diagnose(LoginHash.compute(SHA256, Secret.of("another key"), CODE, DATE), "");

      assertThat(diagnosis.accepted()).isFalse();
      assertThat(diagnosis.sentences().get(0))
          .isEqualTo(
              "The secret key was most likely another one: no known mistake explains the hash.");
    }

    @Test
    void mayAlsoBeOfAnotherLengthThanItsAlgorithmMakes() {
      LoginHashDiagnosis diagnosis =
          diagnose(LoginHash.compute(MD5, Secret.of("another key"), CODE, DATE), "sha256");

      assertThat(diagnosis.sentences())
          .contains("What is more, no hash by sha256 has this length.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123", "a9993e364706816aba3e25717850c26c9cd0d89d"})
    void mayHaveALengthThatNoAlgorithmMakes(String hash) {
      assertThat(diagnose(hash, "").sentences().get(0))
          .isEqualTo(
              "The hash has "
                  + hash.length()
                  + " hexadecimal digits; by md5 it has 32, by sha256 it has 64, by sha3-256 it"
                  + " has 64.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v2N9t9Mz6cMDhpjPWa2j5g==", "abc", "0x00"})
    void mayNotBeHexadecimal(String hash) {
      assertThat(diagnose(hash, "").sentences().get(0)).startsWith("The hash is not hexadecimal");
    }
  }

  @Test
  void noSentenceGivesAwayTheKeyOrAHash() {
    for (HashAlgorithm algorithm : HashAlgorithm.values()) {
      for (String sent : new String[] {hash(algorithm), hash(MD5), "abcd"}) {
        assertThat(diagnose(sent, algorithm.wireName()).sentences())
            .noneMatch(sentence -> sentence.contains(KEY.reveal()))
            .noneMatch(sentence -> sentence.contains(hash(algorithm)));
      }
    }
  }

  private static LoginHashDiagnosis diagnose(String hash, String algo) {
    return new LoginHashDiagnosis(
        new LoginHash(CODE, DATE, hash, algo), KEY, NOW, TwoCheckoutSettings.DEFAULTS);
  }

  private static String hash(HashAlgorithm algorithm) {
    return LoginHash.compute(algorithm, KEY, CODE, DATE);
  }

  private static String hmac(String algorithm, String key, String message) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
      return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
