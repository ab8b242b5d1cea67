package org.billingsso.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CausesTest {
  @Test
  void areClassMessageAndOurFirstMethodOfEachException() {
    Throwable cause = causeOf(() -> URI.create("http://[a"));
    IllegalStateException failure = new IllegalStateException("It broke", cause);

    assertThat(Causes.of(failure))
        .matches(
            "java\\.lang\\.IllegalStateException: It broke"
                + " at org\\.billingsso\\.journal\\.CausesTest\\.[a-zA-Z]+\\(CausesTest\\.java:\\d+\\)"
                + "; caused by java\\.lang\\.IllegalArgumentException: .*"
                + " at org\\.billingsso\\.journal\\.CausesTest\\.lambda.*\\(CausesTest\\.java:\\d+\\)"
                + "; caused by java\\.net\\.URISyntaxException: .* at org\\.billingsso\\..*");
  }

  @Test
  void areOneLineWhateverAMessageHolds() {
    assertThat(Causes.of(new IllegalStateException("a\r\n2026-11-25 INFO\u0085\u202e")))
        .contains("a\\r\\n2026-11-25 INFO\\u0085\\u202E at org.");
  }

  @Test
  void endThoughTheyGoInACircle() {
    IllegalStateException one = new IllegalStateException("one");
    IllegalStateException other = new IllegalStateException("other", one);
    one.initCause(other);

    assertThat(Causes.of(one)).hasSizeLessThan(2_000);
  }

  @Test
  void needNeitherMessageNorFrames() {
    assertThat(Causes.of(new Bare())).isEqualTo(Bare.class.getName());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Illegal character in query at index 40: http://a/myaccount/?logintoken=SECRET&x=1",
        "Header: Authorization: SECRET",
        "{\"password\": \"SECRET\"}",
        "secretKey=SECRET",
        "For input string: \"A1b2SECRETc3d4e5f6g7\"",
        "hash 29e85dbf92ce0113e7755c31c0438SECRETf910bf0a527e005f35e43739",
        "test_SECRET12345678",
      })
  void showNothingThatMayBeASecret(String message) {
    assertThat(Causes.of(new IllegalArgumentException(message)))
        .doesNotContain("SECRET")
        .contains("***");
  }

  private static Throwable causeOf(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failure) {
      return failure;
    }
    throw new AssertionError("It did not fail");
  }

  private static final class Bare extends RuntimeException {
    Bare() {
      super(null, null, false, false);
    }
  }
}
