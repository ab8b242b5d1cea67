package org.billingsso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.billingsso.gateway.Platforms;
import org.billingsso.platform.Platform;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all dialects share names none of them, not in a text either, but for the one list. */
class DialectNamesTest {
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");
  private static final Pattern NAME =
      Pattern.compile(
          Platforms.ALL.stream()
              .map(Platform::name)
              .collect(Collectors.joining("|", "(?i)\\w*(?:2checkout|avangate|", ")\\w*")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java/org/billingsso/config",
        "java/org/billingsso/directory",
        "java/org/billingsso/gateway",
        "java/org/billingsso/http",
        "java/org/billingsso/journal",
        "java/org/billingsso/platform",
        "java/org/billingsso/portal",
        "java/org/billingsso/rest",
        "java/org/billingsso/rpc",
        "java/org/billingsso/signon",
        "java/org/billingsso/store",
        "jte/portal"
      })
  void doNotOccurIn(String sources) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main").resolve(sources))) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .filter(file -> !file.endsWith("gateway/Platforms.java"))
                  .flatMap(file -> namesIn(file).stream()))
          .isEmpty();
    }
  }

  private static List<String> namesIn(Path file) {
    try {
      String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
      return NAME.matcher(code).results().map(name -> file + ": " + name.group()).toList();
    } catch (IOException e) {
      throw new AssertionError("A source cannot be read", e);
    }
  }
}
