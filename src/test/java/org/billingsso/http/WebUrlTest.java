package org.billingsso.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import java.util.stream.Stream;
import org.billingsso.http.InvalidUrlException.Reason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a URL is to us, by the URL Standard; {@link WebUrlBrowserIT} holds the same texts against a
 * browser.
 */
class WebUrlTest {

  @Nested
  class AnAcceptedUrl {
    @ParameterizedTest
    @CsvSource({
      "https://example.com, https://example.com/",
      "https://example.com?a, https://example.com/?a",
      "HTTPS://Example.COM/A, https://example.com/A",
      "https://example.com:443/, https://example.com/",
      "http://example.com:80/, http://example.com/",
      "http://example.com:443/, http://example.com:443/",
      "https://example.com./, https://example.com./",
      "https://ex_ample/, https://ex_ample/",
      "https://127.0.0.1/, https://127.0.0.1/",
      "'https://[2001:DB8:0:0:0:0:0:1]/', 'https://[2001:db8::1]/'",
      "https://xn--bcher-kva.example/, https://xn--bcher-kva.example/",
      "https://example.com/a?, https://example.com/a",
      "https://example.com/a?b#, https://example.com/a?b",
    })
    void hasTheOriginAndTheFormThatABrowserGivesIt(String text, String form) {
      for (Strictness strictness : new Strictness[] {Strictness.LENIENT, Strictness.STRICT}) {
        assertThat(WebUrl.parse(text, strictness).text()).isEqualTo(form);
      }
    }

    @ParameterizedTest
    @CsvSource(
        quoteCharacter = '`',
        value = {
          "/a b, /a%20b",
          "/é, /%C3%A9",
          "/\ud83d\ude00, /%F0%9F%98%80",
          "/a|b, /a%7Cb",
          "/{a}^`b, /%7Ba%7D%5E%60b",
          "/[a], /%5Ba%5D",
          "/100%, /100%25",
          "/%zz, /%25zz",
          "/a//b, /a//b",
          "/a%2Fb, /a%2Fb",
          "/%41%7e, /%41%7e",
          "/'a', /'a'",
          "/?a='b', /?a=%27b%27",
          "/?a[]=b, /?a[]=b",
          "/?a=b|c, /?a=b%7Cc",
          "/?a=/../?b, /?a=/../?b",
          "/?a=%5C, /?a=%5C",
          "/#a|'b', /#a%7C'b'",
        })
    void hasEscapesForWhatMayNotStandThereIfItIsReadLeniently(String tail, String form) {
      assertThat(WebUrl.parse("https://example.com" + tail, Strictness.LENIENT).text())
          .isEqualTo("https://example.com" + form);
    }

    @Test
    void keepsAPipeAsAnEscapeHoweverStrictlyItIsRead() {
      assertThat(WebUrl.parse("https://example.com/a|b?c=d|e", Strictness.STRICT).target())
          .isEqualTo("/a%7Cb?c=d%7Ce");
    }

    @ParameterizedTest
    @CsvSource({
      "https://example.com, https://example.com/?n=a%26b%20c",
      "https://example.com/?, https://example.com/?n=a%26b%20c",
      "https://example.com/?x, https://example.com/?x&n=a%26b%20c",
      "https://example.com/?x&, https://example.com/?x&n=a%26b%20c",
      "https://example.com/?x#f, https://example.com/?x&n=a%26b%20c#f",
    })
    void takesOneMoreParameterBeforeItsFragment(String text, String form) {
      assertThat(WebUrl.parse(text, Strictness.LENIENT).with("n", "a&b c").text()).isEqualTo(form);
    }
  }

  @Nested
  class ARefusedUrl {
    @ParameterizedTest
    @CsvSource(
        nullValues = "-",
        value = {
          "'', NOT_ABSOLUTE",
          "example.com, NOT_ABSOLUTE",
          "//evil.example, NOT_ABSOLUTE",
          "https:evil.example, NOT_ABSOLUTE",
          "https:/evil.example, NOT_ABSOLUTE",
          "https:///evil.example, NOT_ABSOLUTE",
          "https://, NOT_ABSOLUTE",
          "ftp://example.com/, NOT_ABSOLUTE",
          "javascript:alert(1), NOT_ABSOLUTE",
          "https://user@example.com/, USER_INFO",
          "https://@example.com/, USER_INFO",
          "https://example.com:443@evil.example/, USER_INFO",
          "https://evil.example\\@example.com/, BACKSLASH",
          "https:\\\\evil.example, BACKSLASH",
          "https://example.com/?a=\\, BACKSLASH",
          "https://0x7f.1/, HOST",
          "https://2130706433/, HOST",
          "https://127.1/, HOST",
          "https://01.2.3.4/, HOST",
          "https://1.2.3.4./, HOST",
          "https://foo.0x4/, HOST",
          "https://foo.2/, HOST",
          "https://a..b/, HOST",
          "https://./, HOST",
          "https://:443/, HOST",
          "https://xn--a/, HOST",
          "https://xn--abc-.example/, HOST",
          "'https://[::1%25eth0]/', HOST",
          "'https://[::ffff:1.2.3.4]/', HOST",
          "'https://[::00001]/', HOST",
          "'https://[::1]x/', HOST",
          "https://*.example.com/, HOST",
          "https://example.com:0/, PORT",
          "https://example.com:65536/, PORT",
          "https://example.com:0080/, PORT",
          "https://example.com:/, PORT",
          "https://example.com:80:80/, PORT",
          "https://example.com/.., DOT_SEGMENT",
          "https://example.com/a/../b, DOT_SEGMENT",
          "https://example.com/a/./b, DOT_SEGMENT",
          "https://example.com/%2e%2E/b, DOT_SEGMENT",
          "https://example.com/.%2e, DOT_SEGMENT",
        })
    void isOneOfWhichABrowserMakesSomethingElse(String text, Reason reason) {
      for (Strictness strictness : new Strictness[] {Strictness.LENIENT, Strictness.STRICT}) {
        assertThat(refusal(text, strictness)).hasValue(reason);
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://exam\tple.com/", "ht\ntps://example.com/", "https://example.com\r/",
          "https://example.com/\u0000", "https://example.com/\u007f", "https://example.com/?\u0085"
        })
    void hasAControlCharacter(String text) {
      for (Strictness strictness : Strictness.values()) {
        assertThat(refusal(text, strictness)).hasValue(Reason.CONTROL_CHARACTER);
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {" https://example.com/", "https://example.com/ ", "https://example.com/\ud800"})
    void beginsOrEndsWithASpaceOrHasHalfACharacter(String text) {
      for (Strictness strictness : Strictness.values()) {
        assertThat(refusal(text, strictness)).hasValue(Reason.CHARACTER);
      }
    }

    @ParameterizedTest
    @CsvSource({
      "/a%2fb, ENCODED_SLASH",
      "/%252e%252e/a, ENCODED_PERCENT_SIGN",
      "//evil.example, EMPTY_SEGMENT",
      "/..;/a, DOT_SEGMENT",
      "/.%3bx/a, DOT_SEGMENT",
      "/%5cevil, HIDDEN_CHARACTER",
      "/?a=%0d%0a, HIDDEN_CHARACTER",
      "/?a=%ff, HIDDEN_CHARACTER",
      "/100%, BROKEN_ESCAPE",
      "/?a=%zz, BROKEN_ESCAPE",
      "/a b, CHARACTER",
      "/é, CHARACTER",
      "/?a={b}, CHARACTER",
      "/?a=<b>, CHARACTER",
      "/^, CHARACTER",
    })
    void isAmbiguousIfItIsReadStrictly(String tail, Reason reason) {
      assertThat(refusal("https://example.com" + tail, Strictness.STRICT)).hasValue(reason);
      assertThat(refusal("https://example.com" + tail, Strictness.LENIENT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "//", "?", "?a", "#", "#a", "/?"})
    void isMoreThanAnOriginWhereOneIsAskedFor(String tail) {
      assertThat(refusal("https://example.com" + tail, Strictness.ORIGIN))
          .hasValue(Reason.MORE_THAN_AN_ORIGIN);
    }

    @ParameterizedTest
    @EnumSource
    void isTooLong(Strictness strictness) {
      String longest = "https://example.com/" + "x".repeat(strictness.longest() - 20);

      assertThat(refusal(longest, strictness)).isNotEqualTo(Optional.of(Reason.TOO_LONG));
      assertThat(refusal(longest + "x", strictness)).hasValue(Reason.TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource({
      "https://example.com/^, has a character that must be percent-encoded: ^ (U+005E)",
      "https://example.com/é, has a character that must be percent-encoded: U+00E9",
      "https://0x7f.1/, has a host that browsers refuse or read otherwise: 0x7f.1",
      "https://example.com:0/, has a port that is not from 1 to 65535: 0",
    })
    void saysWhatWasSeenAndCarriesTheText(String text, String sentence) {
      InvalidUrlException refused =
          catchThrowableOfType(
              InvalidUrlException.class, () -> WebUrl.parse(text, Strictness.STRICT));

      assertThat(refused.sentence()).isEqualTo(sentence);
      assertThat(refused.url()).isEqualTo(text);
    }
  }

  @Nested
  class AnyTextAtAll {
    private static final int BY_CHANCE = 20_000;

    @ParameterizedTest
    @EnumSource
    void isEitherRefusedOrBecomesPrintableAsciiThatReadsTheSameAgain(Strictness strictness) {
      assertThat(Stream.concat(OddUrls.all().stream(), OddUrls.random(5, BY_CHANCE).stream()))
          .allSatisfy(
              text -> {
                if (refusal(text, strictness).isEmpty()) {
                  WebUrl url = WebUrl.parse(text, strictness);
                  assertThat(url.text()).matches("[!-~]+");
                  assertThat(WebUrl.parse(url.text(), strictness)).isEqualTo(url);
                  assertThat(Origin.parse(url.origin().toString())).isEqualTo(url.origin());
                }
              });
    }
  }

  /** Why the text is refused; fails where something else than a refusal comes of it. */
  private static Optional<Reason> refusal(String text, Strictness strictness) {
    try {
      WebUrl.parse(text, strictness);
      return Optional.empty();
    } catch (InvalidUrlException refused) {
      return Optional.of(refused.reason());
    }
  }
}
