package org.billingsso.fidelity;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.billingsso.fidelity.Ledger.Emulated;
import org.billingsso.fidelity.Ledger.Mark;
import org.billingsso.fidelity.Ledger.Row;

/** The page that people read, made of the ledger. */
final class FidelityPage {
  static final Path FILE = Path.of("docs/fidelity.md");

  private static final String INTRODUCTION =
      """
      # Fidelity

      What the gateway does as each platform, rule by rule: where the rule comes from, and the test that shows it. Below each
      table stands what the platform has and the gateway has not. A rule that nobody outside can know is marked as decided; tell
      us when you see the platform do otherwise.

      - **documented**: a page or package of the vendor says so.
      - **observed**: public client code, or an answer recorded in public code, shows it.
      - **decided**: no source is known; this is our choice.

      Sources are given with the month in which they were read, and say nothing of a live platform of today. Settings have their
      names in the [configuration](configuration.md); a name with `[]` is a key of the directory. This page is made of
      [fidelity.yaml](fidelity.yaml). The build fails where a row has no source, or names a test that does not exist or did not run.

      """;

  private FidelityPage() {}

  static String of(Ledger ledger) {
    return Stream.concat(
            Stream.of(INTRODUCTION + overview(ledger)),
            ledger.platforms().stream().map(platform -> section(platform, ledger)))
        .collect(joining("\n"));
  }

  private static String overview(Ledger ledger) {
    String platforms =
        ledger.platforms().stream()
            .map(
                platform ->
                    score(
                        "[%s](#%s)"
                            .formatted(platform.title(), platform.title().toLowerCase(Locale.ROOT)),
                        ledger.rulesOf(platform)))
            .collect(joining());
    return line("platform", "documented", "observed", "decided", "rules")
        + "|---|---|---|---|---|\n"
        + platforms
        + score("all", ledger.rules());
  }

  private static String score(String title, List<Row> rules) {
    return line(
        Stream.of(
                Stream.of(title),
                Arrays.stream(Mark.values()).map(mark -> count(mark, rules)),
                Stream.of(rules.size()))
            .flatMap(cells -> cells)
            .map(Object::toString)
            .toArray(String[]::new));
  }

  private static long count(Mark mark, List<Row> rules) {
    return rules.stream().filter(row -> row.mark() == mark).count();
  }

  private static String section(Emulated platform, Ledger ledger) {
    List<Row> rules = ledger.rulesOf(platform);
    String scores =
        Arrays.stream(Mark.values())
            .map(mark -> "- %s: %d of %d rules\n".formatted(mark, count(mark, rules), rules.size()))
            .collect(joining());
    return "## "
        + platform.title()
        + "\n\n"
        + scores
        + "\n"
        + line("id", "rule", "mark", "source", "setting", "test")
        + "|---|---|---|---|---|---|\n"
        + rules.stream().map(FidelityPage::row).collect(joining())
        + "\n### Not emulated of "
        + platform.title()
        + "\n\n"
        + platform.notEmulated().stream().map("- %s\n"::formatted).collect(joining());
  }

  private static String row(Row row) {
    return line(
        row.id(),
        row.rule(),
        row.mark().toString(),
        row.source().orElse("") + row.read().map(month -> " (" + month + ")").orElse(""),
        row.setting().map("`%s`"::formatted).orElse(""),
        "`" + row.test() + "`");
  }

  private static String line(String... cells) {
    return Arrays.stream(cells)
        .map(cell -> cell.isEmpty() ? " |" : " " + cell.replace("|", "\\|") + " |")
        .collect(joining("", "|", "\n"));
  }
}
