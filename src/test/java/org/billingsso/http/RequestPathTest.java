package org.billingsso.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the path of a request means, and which ones have no one meaning. */
class RequestPathTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "/ /",
        "// /",
        "/rpc/6.0/ /rpc/6.0/",
        "//rpc/6.0/ /rpc/6.0/",
        "/rpc//6.0/// /rpc/6.0/",
        "/a/./b /a/b",
        "/a/. /a/",
        "/a/.. /",
        "/a/b/../c /a/c",
        "/a//../b /b",
        "/%72pc/6%2E0/ /rpc/6.0/",
        "/a%2Fb /a%2Fb",
        "/a%2fb /a%2Fb",
        "/a%25b /a%25b",
        "/a%252Fb /a%252Fb",
        "/a;b=c/..;/d /a;b=c/..;/d",
        "/a%3Bb%3F%23 /a;b?#",
        "/.well-known/... /.well-known/...",
        "/|{}^\"<>\\ /|{}^\"<>\\",
        "/%7C%7B%5C /|{\\",
        "/a+b /a+b",
        "/%C3%A4 /ä",
        "/ä /ä",
        "* *",
        "here *"
      })
  void isItsDecodedSegmentsWithoutEmptyOnesAndDots(String sent, String text) {
    RequestPath path = RequestPath.of(sent);

    assertThat(path.text()).isEqualTo(text);
    assertThat(path.refusal()).isEmpty();
  }

  @Test
  void mayHaveBlanksAndControlCharactersInEscapes() {
    assertThat(RequestPath.of("/a%20b%0A%7F%C2%85").text()).isEqualTo("/a b\n\u007f\u0085");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/..",
        "/a/../..",
        "/%2e%2e/a",
        "/a/%2E%2e",
        "/a/.%2e/b",
        "/a/%2e/b",
        "/a/%2e",
        "/%00",
        "/a%00b",
        "/%",
        "/%4",
        "/%zz/b",
        "/a%u002F",
        "/%ff",
        "/%C0%AF",
        "/%C3",
        "/%ED%A0%80"
      })
  void isRefusedWhereItHasNoOneMeaning(String sent) {
    HttpError refusal = RequestPath.of(sent).refusal().orElseThrow();

    assertThat(refusal.status()).isEqualTo(400);
    assertThat(refusal.diagnosis().seen()).isPresent();
    assertThat(refusal.diagnosis().expected()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "/rpc/6.0/%zz, /rpc/6.0/%25zz",
    "/rpc/%2e%2e/6.0, /rpc/%252e%252e/6.0",
    "/../rpc//%ff, /rpc/%25ff"
  })
  void isReadAsFarAsThatGoesWhereItIsRefused(String sent, String text) {
    assertThat(RequestPath.of(sent).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "/order/7.5/rpc/, /order/7.5/rpc/",
    "/myaccount/my_license/, /myaccount/my_license/",
    "/portal/v2/home, /portal/v2/home",
    "/partners/account.php, /partners/account.php",
    "/redirect/Ab3dE6gH, /redirect/…",
    "/redirect/0123456789abcdef/x, /redirect/…/x",
    "/redirect/abcdefghijklmnopqrstu, /redirect/…",
    "/shareabletokens/extid-7, /shareabletokens/…",
    "/a@b.example, /…",
    "/a%20b/%0A, /…/…",
    "/1/2/3/4/5/6/7/8/9, /1/2/3/4/5/6/7/…",
    "*, *"
  })
  void isShownWithoutWhatMayBeASecret(String sent, String shown) {
    assertThat(RequestPath.of(sent).shown()).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void hasOneMeaningThatStaysTheSameInAUrl(long seed) {
    String[] parts = {
      "a", "B", "7", "/", "/", "/", ".", "..", "%2e", "%2E", "%2F", "%25", "%", "%0a", "%00", "%ff",
      "%C3%A4", "ä", "\\", "|", ";", " ", "+", "\u202e", "😀", "%5c", "%u0041", "@", ":"
    };
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder sent = new StringBuilder("/");
      for (int length = random.nextInt(9); length > 0; length--) {
        sent.append(parts[random.nextInt(parts.length)]);
      }
      RequestPath path = RequestPath.of(sent.toString());

      String text = path.text();
      assertThat(text).startsWith("/").doesNotContain("//").doesNotContain("\0");
      assertThat(text.split("/", -1)).as(sent.toString()).doesNotContain(".", "..");
      assertThat(path.shown()).matches("[\\w./…-]*");
      String url = path.encoded();
      assertThat(url).matches("[!-~&&[^\\\\\"<>^`{|}?#]]*").doesNotStartWith("//");
      assertThat(RequestPath.of(url)).as(sent.toString()).extracting("text").isEqualTo(text);
      assertThat(RequestPath.of(url).refusal()).isEmpty();
    }
  }
}
