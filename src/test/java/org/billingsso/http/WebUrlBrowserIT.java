package org.billingsso.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.billingsso.NeedsClient;
import org.billingsso.portal.Chromium;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A URL that we accept is to a real browser what it is to us. */
@NeedsClient({"chromium", "chromedriver"})
class WebUrlBrowserIT {
  private static final int BY_CHANCE = 20_000;
  private static final long SEED = 11;

  /** Each URL's href, origin, path and query without its mark; nothing for what is none. */
  private static final String READ_ALL =
      """
      return arguments[0].map(text => {
        try {
          const url = new URL(text);
          return [url.href, url.origin, url.pathname, url.search.substring(1)];
        } catch (noUrl) {
          return null;
        }
      });
      """;

  @AutoClose private static final Chromium BROWSER = new Chromium();

  private static final List<String> TEXTS =
      Stream.concat(OddUrls.all().stream(), OddUrls.random(SEED, BY_CHANCE).stream()).toList();

  @ParameterizedTest
  @EnumSource
  void whatWeMakeOfAUrlIsWhatABrowserMakesOfIt(Strictness strictness) {
    List<String> accepted =
        TEXTS.stream().filter(text -> read(text, strictness).isPresent()).toList();
    List<WebUrl> ours = accepted.stream().map(text -> WebUrl.parse(text, strictness)).toList();

    List<List<String>> ofRaw = browserReads(accepted);
    List<List<String>> ofOurs = browserReads(ours.stream().map(WebUrl::text).toList());

    assertThat(accepted.size()).isGreaterThan(enough(strictness));
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < ours.size(); i++) {
      WebUrl url = ours.get(i);
      softly
          .assertThat(ofOurs.get(i))
          .as("What we send for %s", accepted.get(i))
          .containsExactly(url.text(), url.origin().toString(), url.path(), url.query());
      softly
          .assertThat(ofRaw.get(i))
          .as("What %s is to a browser", accepted.get(i))
          .isNotNull()
          .satisfies(
              parts -> {
                assertThat(parts.get(1)).isEqualTo(url.origin().toString());
                WebUrl again = WebUrl.parse(parts.get(0), Strictness.LENIENT);
                assertThat(again).isEqualTo(url);
              });
    }
    softly.assertAll();
  }

  /** How many of the texts are accepted at least, so that this says something. */
  private static int enough(Strictness strictness) {
    return switch (strictness) {
      case ORIGIN -> 20;
      case BASE -> 150;
      case LENIENT, STRICT -> 250;
    };
  }

  @SuppressWarnings("unchecked")
  private static List<List<String>> browserReads(List<String> texts) {
    return (List<List<String>>) BROWSER.evaluate(READ_ALL, texts);
  }

  private static Optional<WebUrl> read(String text, Strictness strictness) {
    try {
      return Optional.of(WebUrl.parse(text, strictness));
    } catch (InvalidUrlException refused) {
      return Optional.empty();
    }
  }
}
