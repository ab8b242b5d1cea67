package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billingsso.twocheckout.HashAlgorithm.MD5;
import static org.billingsso.twocheckout.HashAlgorithm.SHA256;
import static org.billingsso.twocheckout.HashAlgorithm.SHA3_256;

import java.util.Locale;
import org.billingsso.directory.Secret;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginHashTest {
  private static final String CODE = "AVANGATE";
  private static final String DATE = "2010-05-13 12:12:12";
  private static final Secret KEY = Secret.of("SECRET_KEY");

  @Nested
  class TheDocumentedVectors {
    @ParameterizedTest
    @CsvSource({
      "MD5, bf763db7d333e9c3038698cf59ada3e6",
      "SHA256, 29e85dbf92ce0113e7755c31c0438a7db98a4de9f910bf0a527e005f35e43739",
      "SHA3_256, 0c7e9c0c96148e5bf8e199a0a0e27977edc099ff0b27794e761853b96e04c7fb"
    })
    void areComputedAndAccepted(HashAlgorithm algorithm, String hash) {
      assertThat(LoginHash.compute(algorithm, KEY, CODE, DATE)).isEqualTo(hash);
      assertThat(new LoginHash(CODE, DATE, hash, "").madeWith(KEY)).contains(algorithm);
    }
  }

  @Nested
  class TheAlgorithm {
    @ParameterizedTest
    @EnumSource
    void isTakenFromItsNameInAnyLetterCase(HashAlgorithm algorithm) {
      String hash = LoginHash.compute(algorithm, KEY, CODE, DATE);

      assertThat(sent(hash, algorithm.wireName()).madeWith(KEY)).contains(algorithm);
      assertThat(sent(hash, algorithm.wireName().toUpperCase(Locale.ROOT)).madeWith(KEY))
          .contains(algorithm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5", "sha3-256", "sha1", "SHA-256", " "})
    void isNotGuessedWhereAnotherIsNamed(String otherName) {
      assertThat(sent(LoginHash.compute(SHA256, KEY, CODE, DATE), otherName).madeWith(KEY))
          .isEmpty();
    }
  }

  @Nested
  class TheHash {
    @Test
    void mayHaveAnyLetterCase() {
      String upperCase = LoginHash.compute(SHA3_256, KEY, CODE, DATE).toUpperCase(Locale.ROOT);

      assertThat(sent(upperCase, "").madeWith(KEY)).contains(SHA3_256);
    }

    @Test
    void countsBytesNotCharacters() {
      String hash = LoginHash.compute(MD5, KEY, "ŻÓŁW", DATE);

      assertThat(LoginHash.message("ŻÓŁW", DATE)).isEqualTo("7ŻÓŁW19" + DATE);
      assertThat(new LoginHash("ŻÓŁW", DATE, hash, "").madeWith(KEY)).contains(MD5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "zz", "abcd", "bf763db7d333e9c3038698cf59ada3e", "é"})
    void provesNothingWhereItIsNoHash(String malformed) {
      assertThat(sent(malformed, "").madeWith(KEY)).isEmpty();
      assertThat(sent(malformed, "md5").madeWith(KEY)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void provesNothingForAnotherKeyCodeOrDate(HashAlgorithm algorithm) {
      String hash = LoginHash.compute(algorithm, KEY, CODE, DATE);

      assertThat(sent(hash, "").madeWith(Secret.of("secret_key"))).isEmpty();
      assertThat(new LoginHash("AVANGATF", DATE, hash, "").madeWith(KEY)).isEmpty();
      assertThat(new LoginHash(CODE, "2010-05-13 12:12:13", hash, "").madeWith(KEY)).isEmpty();
    }

    @Test
    void isNotPrinted() {
      String hash = LoginHash.compute(SHA256, KEY, CODE, DATE);

      assertThat(sent(hash, "")).asString().doesNotContain(hash).contains(CODE, DATE);
    }
  }

  private static LoginHash sent(String hash, String algo) {
    return new LoginHash(CODE, DATE, hash, algo);
  }
}
