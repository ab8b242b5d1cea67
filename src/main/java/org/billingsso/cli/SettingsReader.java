package org.billingsso.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.billingsso.gateway.Contradiction;
import org.billingsso.gateway.Settings;

/**
 * Puts the layers of the configuration on one another: the defaults, a file, the environment, the
 * command line. Where several of them give a setting, the last one counts. All problems are
 * reported at once.
 */
final class SettingsReader {
  /** Names the file; the only one of our environment variables that is not a setting. */
  static final String FILE_VARIABLE = SettingNames.PREFIX + "CONFIG";

  private final KnownSettings known = new KnownSettings();
  private final Map<String, Given> given = new LinkedHashMap<>();
  private final List<SettingProblem> problems = new ArrayList<>();

  private SettingsReader() {}

  /**
   * The settings that hold.
   *
   * @param file in YAML
   * @param environment all variables; those of other programs are passed over, as are empty ones
   * @param flags what the command line gives, by the paths of the settings
   * @throws SettingsException with everything that is wrong
   */
  static Settings read(
      Optional<Path> file, Map<String, String> environment, Map<String, String> flags) {
    SettingsReader reader = new SettingsReader();
    file.ifPresent(reader::addFile);
    reader.addEnvironment(environment);
    flags.forEach((path, text) -> reader.add(path, text, SettingNames.flag(path)));
    return reader.settings();
  }

  private void addFile(Path file) {
    for (Given each : SettingsFile.read(file, known::isSection)) {
      if (known.paths().contains(each.path())) {
        add(each);
      } else if (known.isSection(each.path())) {
        problems.add(each.problem("is a section, with settings below it"));
      } else {
        String names = String.join(", ", known.namesBeside(each.path()));
        problems.add(each.problem("is unknown; known here are " + names));
      }
    }
  }

  private void addEnvironment(Map<String, String> environment) {
    Map<String, String> pathByVariable = new LinkedHashMap<>();
    known.paths().forEach(path -> pathByVariable.put(SettingNames.variable(path), path));
    new TreeMap<>(environment)
        .forEach(
            (variable, text) -> {
              String path = pathByVariable.get(variable);
              if (path != null && !text.isEmpty()) {
                add(path, text, variable);
              } else if (path == null && isStray(variable)) {
                problems.add(new SettingProblem(variable, "is unknown: no setting has that name"));
              }
            });
  }

  private static boolean isStray(String variable) {
    return variable.startsWith(SettingNames.PREFIX) && !variable.equals(FILE_VARIABLE);
  }

  private void add(String path, String text, String origin) {
    add(new Given(path, known.value(path, text), origin));
  }

  /** Keeps a possible value, on top of what an earlier layer gave. */
  private void add(Given each) {
    try {
      known.with(List.of(each));
      given.put(each.path(), each);
    } catch (IllegalArgumentException impossible) {
      problems.add(each.problem(String.valueOf(impossible.getMessage())));
    }
  }

  private Settings settings() {
    Settings settings = known.with(given.values());
    if (problems.isEmpty()) {
      Contradiction.in(settings)
          .forEach(
              found -> {
                Given culprit = given.get(found.path());
                problems.add(
                    culprit == null
                        ? new SettingProblem("default", found.path() + ": " + found.message())
                        : culprit.problem(found.message()));
              });
    }
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return settings;
  }
}
