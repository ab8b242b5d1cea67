package org.billingsso.fidelity;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.billingsso.config.Binder;
import org.billingsso.config.Reading;
import org.billingsso.config.ValueTypes;
import org.billingsso.config.YamlFile;
import org.billingsso.config.YamlNode;

/**
 * What the gateway does as each platform, and what it has not: {@code docs/fidelity.yaml}.
 *
 * @param rules in the order of the page
 */
record Ledger(List<Emulated> platforms, List<Row> rules) {
  private static final Path FILE = Path.of("docs/fidelity.yaml");
  private static final Binder BINDER = new Binder(ValueTypes.EXACT, List.of());

  /**
   * A platform.
   *
   * @param name as the settings and the directory call it
   * @param title for people
   * @param ids what the ids of its rules begin with
   * @param notEmulated what it has and the gateway has not
   */
  record Emulated(String name, String title, String ids, List<String> notEmulated) {}

  /** Where a rule comes from. */
  enum Mark {
    DOCUMENTED,
    OBSERVED,
    DECIDED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A rule.
   *
   * @param id such as {@code 2co-login-017}
   * @param platform its name
   * @param rule in one sentence
   * @param source what was read, and what it shows
   * @param read when
   * @param setting what changes it: a setting, or a key of the directory
   * @param test what shows it, such as {@code LoginTest.ASession.isOneOfSeveral}
   */
  record Row(
      String id,
      String platform,
      Mark mark,
      String rule,
      Optional<String> source,
      Optional<YearMonth> read,
      Optional<String> setting,
      String test) {}

  /** The one in the documentation. */
  static Ledger ofTheDocumentation() {
    return of(YamlFile.read(FILE));
  }

  /** The one in a text. */
  static Ledger parse(String yaml) {
    return of(YamlFile.parse("a text", yaml));
  }

  private static Ledger of(Reading<YamlNode> file) {
    return file.then(root -> BINDER.bind(Ledger.class, root))
        .orElseThrow(problems -> new IllegalArgumentException(problems.toString()));
  }

  /** The rules of a platform. */
  List<Row> rulesOf(Emulated platform) {
    return rules.stream().filter(row -> row.platform().equals(platform.name())).toList();
  }
}
