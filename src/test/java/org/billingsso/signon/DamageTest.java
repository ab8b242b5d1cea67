package org.billingsso.signon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.billingsso.signon.Damage.DamageKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a token that did not arrive as it was issued. */
class DamageTest {
  private static final TokenShape HEX = TokenShape.hex(8);
  private static final TokenShape BASE62 = TokenShape.base62(8);
  private static final TokenShape GUID = TokenShape.guid();
  private static final String ID = "846aeef5-3512-42f3-b2e0-4f6989e9163c";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "``,CUT_OFF",
        "0,CUT_OFF",
        "0123abc,CUT_OFF",
        "0123…,CUT_OFF",
        "0123...,CUT_OFF",
        "0123abcd.,EXTENDED",
        "0123abcd>,EXTENDED",
        "0123abcd),EXTENDED",
        "0123abcd/,EXTENDED",
        "0123abcd=,EXTENDED",
        "0123abcd%22,EXTENDED",
        "0123abcd&quot;,EXTENDED",
        "0123abcd\">here</a>,EXTENDED",
        "\"0123abcd\",EXTENDED",
        "<0123abcd>,EXTENDED",
        "'0123abcd',EXTENDED",
        "0123abcd0123abcd,EXTENDED",
        "0123 abcd,BROKEN",
        " 0123abcd,BROKEN",
        "0123abcd¶,BROKEN",
        "3D0123abcd,QUOTED_PRINTABLE",
        "=3D0123abcd,QUOTED_PRINTABLE",
        "0123=abcd,QUOTED_PRINTABLE",
        "0123=¶abcd,QUOTED_PRINTABLE",
        "0123ABCD,OTHER_CASE",
        "0123Abcd,OTHER_CASE",
      })
  void namesWhatHasHappened(String shown, DamageKind kind) {
    String arrived = shown.replace("¶", "\r\n");

    assertThat(Damage.of(arrived, HEX)).hasValue(new Damage(kind, arrived.length(), 8));
  }

  @ParameterizedTest
  @CsvSource({
    "0123AbCd, ",
    "0123ABCD, OTHER_CASE",
    "0123abcd, OTHER_CASE",
    "0123AbC, CUT_OFF",
    "0123AbCdE, EXTENDED"
  })
  void knowsOneCaseOnlyForChangedWhereTokensHaveBoth(String arrived, DamageKind kind) {
    assertThat(Damage.of(arrived, BASE62).map(Damage::kind).orElse(null)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    ID + ", ",
    "846AEEF5-3512-42F3-B2E0-4F6989E9163C, OTHER_CASE",
    "{" + ID + "}, EXTENDED",
    "846aeef5-3512, CUT_OFF",
    "846aeef5-, CUT_OFF"
  })
  void knowsWhereAGuidHasItsHyphens(String arrived, DamageKind kind) {
    assertThat(Damage.of(arrived, GUID).map(Damage::kind).orElse(null)).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0123abcd", "unknown", "<script>", "012z", "zzzzzzzzz", "é"})
  void isNothingForWhatIsWholeOrNothingLikeAToken(String arrived) {
    assertThat(Damage.of(arrived, HEX)).isEmpty();
  }

  static TokenShape[] isFoundInNoTokenThatIsIssued() {
    return new TokenShape[] {TokenShape.hex(32), TokenShape.base62(33), GUID};
  }

  @ParameterizedTest
  @MethodSource
  void isFoundInNoTokenThatIsIssued(TokenShape shape) {
    Random random = new Random(3);
    byte[] entropy = new byte[shape.entropyBytes()];
    for (int i = 0; i < 1_000; i++) {
      random.nextBytes(entropy);
      String token = shape.token(entropy).value();
      int cut = random.nextInt(token.length());

      assertThat(Damage.of(token, shape)).isEmpty();
      assertThat(Damage.of(token.substring(0, cut), shape))
          .hasValue(new Damage(DamageKind.CUT_OFF, cut, token.length()));
    }
  }
}
