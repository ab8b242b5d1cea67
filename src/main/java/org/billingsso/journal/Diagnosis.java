package org.billingsso.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why something was refused, for the operator: never for the caller, and without secrets.
 *
 * @param rule what was not as it must be, as a clause without a full stop
 * @param seen what there was instead
 * @param expected what would have been right
 * @param setting the path of the setting that decides it, such as {@code twocheckout.refuseMd5}
 * @param findings what else was found out, as sentences
 */
public record Diagnosis(
    String rule,
    Optional<String> seen,
    Optional<String> expected,
    Optional<String> setting,
    List<String> findings) {
  private static final int LONGEST_SENTENCE = 2_000;

  private static final int LONGEST_SHOWN = 200;

  public Diagnosis {
    findings = List.copyOf(findings);
  }

  /** That rule alone. */
  public static Diagnosis of(String rule) {
    return new Diagnosis(rule, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  /** The same, with what there was; of a long text its beginning. */
  public Diagnosis seen(String value) {
    return new Diagnosis(rule, Optional.of(brief(value)), expected, setting, findings);
  }

  /** The text, or of a long one its beginning and its length. */
  public static String brief(String text) {
    if (text.length() <= LONGEST_SHOWN) {
      return text;
    }
    int end =
        Character.isHighSurrogate(text.charAt(LONGEST_SHOWN - 1))
            ? LONGEST_SHOWN - 1
            : LONGEST_SHOWN;
    return "%s... (%d characters)".formatted(text.substring(0, end), text.length());
  }

  /** The same, with what would have been right. */
  public Diagnosis expected(String value) {
    return new Diagnosis(rule, seen, Optional.of(value), setting, findings);
  }

  /** The same, with the setting that decides it. */
  public Diagnosis setting(String path) {
    return new Diagnosis(rule, seen, expected, Optional.of(path), findings);
  }

  /** The same, with what else was found out. */
  public Diagnosis findings(List<String> sentences) {
    return new Diagnosis(rule, seen, expected, setting, sentences);
  }

  /** All of it in one line, made of printable characters. */
  public String sentence() {
    List<String> clauses = new ArrayList<>();
    clauses.add(rule);
    seen.ifPresent(value -> clauses.add("seen: " + Printable.value(value)));
    expected.ifPresent(value -> clauses.add("expected: " + value));
    setting.ifPresent(path -> clauses.add("setting: " + path));
    String line = String.join("; ", clauses);
    return Printable.line(
        findings.isEmpty() ? line : line + ". " + String.join(" ", findings), LONGEST_SENTENCE);
  }
}
