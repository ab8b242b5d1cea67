package org.billingsso.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.billingsso.TestClock;
import org.billingsso.journal.Outcomes;
import org.eclipse.jetty.http.HttpURI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which route a path takes and what it finds in it. */
class RoutesTest {
  private final Routes routes =
      new Routes(
              (error, request) -> Answer.status(error.status()),
              new Scope(new TestClock(), Outcomes.logged()))
          .get("/things/{id}", request -> Answer.status(200))
          .get("/things/own/{id}", request -> Answer.status(200))
          .get("^(?i)/v1/Things/[^/]+$", request -> Answer.status(200));

  @ParameterizedTest
  @CsvSource({
    "/things/a%2Fb, a/b",
    "/things/a%2fb, a/b",
    "/things/a%252Fb, a%2Fb",
    "/things/a%25b, a%b",
    "/things/a%3Bb%3F%23, a;b?#",
    "/things/a+b%20c, a+b c",
    "/things/%C3%A4, ä",
    "/things/own, own",
    "/things/own/7, 7"
  })
  void findsADecodedParameterInOneSegment(String path, String id) {
    assertThat(match(path)).isEqualTo(Map.of("id", id));
  }

  @ParameterizedTest
  @CsvSource({"/v1/Things/7", "/V1/THINGS/7", "/v1/things/7"})
  void takesARegularExpressionInAnyLetterCaseWhereItSaysSo(String path) {
    assertThat(match(path)).isEmpty();
  }

  @Test
  void findsNothingForAnotherPath() {
    assertThat(routes.match("/v1/things/7/8")).isEmpty();
    assertThat(routes.match("/things/own/7/8")).isEmpty();
  }

  private Map<String, String> match(String path) {
    String canonical = HttpURI.from("http://localhost" + path).getCanonicalPath();
    return routes.match(canonical).orElseThrow().pathParameters();
  }
}
