package org.billingsso.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.billingsso.TestClock;
import org.billingsso.journal.Outcomes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which route a path takes and what it finds in it. */
class RoutesTest {
  private final Routes routes =
      empty()
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

  @Test
  void triesLiteralsThenTemplatesThenExpressionsThenThoseWithAStarTheLongestFirst() {
    Routes all =
        empty()
            .get("/*", ok())
            .get("/a/*", ok())
            .get("/a/b/*", ok())
            .get("^/a/b/[cd]$", ok())
            .get("^/a/b/.*$", ok())
            .get("/{x}/b/e", ok())
            .get("/a/{x}/e", ok())
            .get("/a/b/{x}", ok())
            .get("/a/b/c", ok());

    assertThat(declared(all, "/a/b/c")).isEqualTo("/a/b/c");
    assertThat(declared(all, "/a/b/d")).isEqualTo("/a/b/{x}");
    assertThat(declared(all, "/a/b/e")).isEqualTo("/a/b/{x}");
    assertThat(declared(all, "/a/x/e")).isEqualTo("/a/{x}/e");
    assertThat(declared(all, "/x/b/e")).isEqualTo("/{x}/b/e");
    assertThat(declared(all, "/a/b/d/")).isEqualTo("^/a/b/.*$");
    assertThat(declared(all, "/a/b")).isEqualTo("/a/b/*");
    assertThat(declared(all, "/a/c")).isEqualTo("/a/*");
    assertThat(declared(all, "/a")).isEqualTo("/a/*");
    assertThat(declared(all, "/ab")).isEqualTo("/*");
  }

  /** Compares with trying each pattern in the documented order. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void findsWhatTryingAllPatternsInOrderFinds(long seed) {
    String[] parts = {"a", "b", "A", "{x}", "c-1", ""};
    String[] ends = {"", "/*", "/?$", "/[ab]$", "/.*$", "(/.*)?$", "/a|b$", "?$", "/?b$"};
    Random random = new Random(seed);
    for (int table = 0; table < 200; table++) {
      Routes all = empty();
      Set<String> declared = new LinkedHashSet<>();
      for (int i = random.nextInt(12); i >= 0; i--) {
        String path = path(parts, random);
        String end = ends[random.nextInt(ends.length)];
        String start = end.endsWith("$") ? random.nextBoolean() ? "^(?i)" : "^" : "";
        if (!start.isEmpty() && path.contains("{")) {
          continue;
        }
        if (declared.add(start + path + end)) {
          all.get(start + path + end, ok());
        }
      }
      List<PathPattern> ordered =
          declared.stream()
              .map(PathPattern::of)
              .sorted(
                  Comparator.comparing(PathPattern::form).thenComparing(PathPattern::compareWithin))
              .toList();
      for (int i = 0; i < 50; i++) {
        String asked = path(parts, random);
        assertThat(all.match(asked).map(found -> found.route().path()))
            .as(asked + " in " + declared)
            .isEqualTo(
                ordered.stream()
                    .filter(pattern -> pattern.match(asked).isPresent())
                    .map(PathPattern::declared)
                    .findFirst());
      }
    }
  }

  /** A kept result of one path would have to be let go for another's, or be kept for good. */
  @Test
  void isAsQuickAfterManyOtherPathsHaveBeenAskedFor() {
    Routes many = empty();
    for (int i = 0; i < 100; i++) {
      many.get("/part" + i + "/{id}", ok()).get("^/part" + i + "/[0-9.]+/call/?$", ok());
    }
    BooleanSupplier usual = () -> many.match("/part7/6.0/call/").isPresent();
    long before = shortest(usual);

    for (int i = 0; i < 2_000; i++) {
      assertThat(many.match("/part" + i % 100 + "/" + i + "/call/")).isPresent();
      assertThat(many.match("/other" + i)).isEmpty();
    }

    assertThat(shortest(usual)).isLessThan(5 * before);
  }

  /** The processor time of so many runs, in the quietest of several rounds. */
  private static long shortest(BooleanSupplier work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long shortest = Long.MAX_VALUE;
    boolean found = true;
    for (int round = 0; round < 20; round++) {
      long start = threads.getCurrentThreadCpuTime();
      for (int i = 0; i < 5_000; i++) {
        found = found && work.getAsBoolean();
      }
      shortest = Math.min(shortest, threads.getCurrentThreadCpuTime() - start);
    }
    assertThat(found).isTrue();
    return shortest;
  }

  private static String path(String[] parts, Random random) {
    StringBuilder path = new StringBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      path.append('/').append(parts[random.nextInt(parts.length)]);
    }
    return path.toString();
  }

  private static String declared(Routes routes, String path) {
    return routes.match(path).orElseThrow().route().path();
  }

  private static Endpoint ok() {
    return request -> Answer.status(200);
  }

  private static Routes empty() {
    return new Routes(
        (error, request) -> Answer.status(error.status()),
        new Scope(new TestClock(), Outcomes.logged()));
  }

  private Map<String, String> match(String path) {
    return routes.match(RequestPath.of(path).text()).orElseThrow().pathParameters();
  }
}
