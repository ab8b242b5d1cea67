package org.billingsso.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms and queries: what is in them, and what is none. */
class FormDataTest {

  @ParameterizedTest
  @CsvSource({
    "a=b, a, b",
    "Ab=c, aB, c",
    "x=1&a=b&y=2, a, b",
    "a, a, ''",
    "a=, a, ''",
    "=b, '', b",
    "&&a=b&, a, b",
    "a=b=c, a, b=c",
    "a=b%3Dc%26d, a, b=c&d",
    "a+b=c+d%2Be, a b, c d+e",
    "customer%5Bid%5D=7, customer[id], 7",
    "a=%C3%A4%c3%b6, a, äö",
    "a=ä, a, ä",
    "a=%F0%9F%98%80, a, 😀",
    "a=%EF%BF%BD, a, \uFFFD"
  })
  void holdValuesByNames(String encoded, String name, String value) {
    assertThat(FormData.parse(encoded).single(name)).hasValue(value);
    assertThat(FormData.parse(encoded.getBytes(UTF_8)).single(name)).hasValue(value);
  }

  @Test
  void mayBeEmpty() {
    assertThat(FormData.parse("").names()).isEmpty();
    assertThat(FormData.parse("a=b").single("b")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=%",
        "a=%4",
        "a=%zz",
        "a=%4z",
        "%=a",
        "a=%%41",
        "a=%C0%80",
        "a=%E0%80%AF",
        "a=%ED%A0%80",
        "a=%F4%90%80%80",
        "a=%F8%88%80%80%80",
        "a=%C3",
        "a=%80",
        "a=%FF&b=c"
      })
  void areRefusedWhereTheyAreNotPercentEncodedUtf8(String encoded) {
    assertRefused(encoded.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=\u00C0\u0080",
        "a=\u00E0\u0080\u00AF",
        "\u00ED\u00A0\u0080",
        "\u00F4\u0090\u0080\u0080"
      })
  void areRefusedWhereTheirBytesAreNotUtf8(String bytes) {
    assertRefused(bytes.getBytes(ISO_8859_1));
  }

  @Test
  void mayHaveAThousandFieldsAndNoMore() {
    assertThat(FormData.parse("a=b&".repeat(1_000)).repeats("a")).isTrue();
    assertRefused("a=b&".repeat(1_001).getBytes(UTF_8));
    assertRefused("a&".repeat(1 << 19).getBytes(UTF_8));
  }

  @Test
  void doNotTellWhichOfTwoValuesIsTheRightOne() {
    FormData twice = FormData.parse("a=1&b=2&A=1");

    assertThat(twice.repeats("a")).isTrue();
    assertThat(twice.single("b")).hasValue("2");
    assertThatThrownBy(() -> twice.single("a"))
        .isInstanceOfSatisfying(
            HttpError.class,
            error -> {
              assertThat(error.status()).isEqualTo(400);
              assertThat(error.diagnosis().sentence()).contains("a, 2 times");
            });
  }

  @Test
  void areReadAsTheyWereWritten() {
    Random random = new Random(11);
    for (int i = 0; i < 500; i++) {
      Map<String, String> written = new LinkedHashMap<>();
      StringBuilder encoded = new StringBuilder();
      for (int field = random.nextInt(8); field >= 0; field--) {
        String name = field + text(random);
        written.put(name, text(random));
        encoded.append('&').append(URLEncoder.encode(name, UTF_8)).append('=');
        encoded.append(URLEncoder.encode(written.get(name), UTF_8));
      }
      FormData read = FormData.parse(encoded.toString());

      assertThat(read.names()).hasSameSizeAs(written.keySet());
      written.forEach((name, value) -> assertThat(read.single(name)).hasValue(value));
    }
  }

  @Test
  void areReadOrRefusedWhateverTheirBytes() {
    Random random = new Random(12);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      for (int at = 0; at < bytes.length; at++) {
        if (random.nextInt(3) == 0) {
          bytes[at] = (byte) "&=%+4a".charAt(random.nextInt(6));
        }
      }
      try {
        FormData.parse(bytes).names().forEach(name -> assertThat(name).isNotNull());
      } catch (HttpError refused) {
        assertThat(refused.status()).isEqualTo(400);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a&", "a=b&", "%41&", "&", "=", "a", "%41"})
  void takeTimeInProportionToTheirLength(String piece) {
    assertThat(Growth.of(n -> read(piece.repeat(n)), 1 << 16)).isLessThan(Growth.MOST);
  }

  private static void read(String encoded) {
    try {
      FormData.parse(encoded);
    } catch (HttpError tooMany) {
      assertThat(tooMany.status()).isEqualTo(400);
    }
  }

  private static String text(Random random) {
    return random
        .ints(random.nextInt(6), 1, 0x2FFFF)
        .filter(character -> Character.getType(character) != Character.SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static void assertRefused(byte[] encoded) {
    assertThatThrownBy(() -> FormData.parse(encoded))
        .isInstanceOfSatisfying(
            HttpError.class, error -> assertThat(error.status()).isEqualTo(400));
  }
}
