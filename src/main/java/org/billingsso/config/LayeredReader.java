package org.billingsso.config;

import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.billingsso.config.Reading.Unusable;
import org.billingsso.config.Reading.Usable;

/**
 * Puts the layers of a configuration on one another: the defaults, a file, the environment, the
 * command line. Where several of them give a setting, the last one counts. Where a setting is a
 * list, a single text stands for its items with commas between them. Reads, and changes nothing.
 */
public final class LayeredReader<T extends Record> {
  private final Binder binder;
  private final Class<T> type;
  private final KnownSettings known;

  /**
   * @param binder which has defaults of that type
   */
  public LayeredReader(Binder binder, Class<T> type) {
    this.binder = binder;
    this.type = type;
    this.known = new KnownSettings(binder, type);
  }

  /** All settings, in their order. */
  public List<KnownSetting> settings() {
    return known.all();
  }

  /**
   * The settings that hold, or everything that is wrong, the file's problems first; what makes no
   * sense together ({@link CrossChecked}) where each value is possible.
   *
   * @param file in YAML
   * @param environment all variables; those of other programs are passed over, as are empty ones
   * @param flags what the command line gives, by the paths of the settings
   */
  public Reading<T> read(
      Optional<Path> file, Map<String, String> environment, Map<String, String> flags) {
    Layers layers = new Layers();
    file.ifPresent(layers::addFile);
    layers.addEnvironment(environment);
    flags.forEach((path, text) -> layers.add(path, text, SettingNames.flag(path)));
    return layers.settings();
  }

  /** One reading. */
  private final class Layers {
    private final Map<String, ConfiguredValue> given = new LinkedHashMap<>();
    private final Set<Problem> problems = new LinkedHashSet<>();

    void addFile(Path file) {
      Reading<YamlNode> read = YamlFile.read(file);
      if (read instanceof Unusable<YamlNode> unusable) {
        problems.addAll(unusable.problems());
      } else if (read instanceof Usable<YamlNode> usable) {
        if (usable.value().yaml() instanceof Yaml.Mapping) {
          addSection(usable.value(), new HashSet<>());
        } else {
          problems.addAll(problems(usable.value()));
        }
      }
    }

    private void addSection(YamlNode section, Set<String> seen) {
      section
          .fields()
          .forEach(
              field -> {
                String path = field.path();
                if (!seen.add(path)) {
                  problems.add(field.problem("is given twice"));
                } else if (field.yaml() instanceof Yaml.Mapping && known.isSection(path)) {
                  addSection(field, seen);
                } else if (!field.isAbsent()) {
                  add(new ConfiguredValue(path, itemized(path, field.yaml()), field.origin()));
                }
              });
    }

    void addEnvironment(Map<String, String> environment) {
      Map<String, String> pathByVariable =
          known.paths().stream().collect(toMap(SettingNames::variable, path -> path));
      new TreeMap<>(environment)
          .forEach(
              (variable, text) -> {
                String path = pathByVariable.get(variable);
                if (path != null && !text.isEmpty()) {
                  add(path, text, variable);
                } else if (path == null && SettingNames.isStray(variable)) {
                  problems.add(
                      new Problem(variable, 0, "", "is unknown: no setting has that name"));
                }
              });
    }

    void add(String path, String text, String origin) {
      Yaml written = new Yaml.Scalar(text, false, 0);
      add(new ConfiguredValue(path, itemized(path, written), origin));
    }

    private Yaml itemized(String path, Yaml yaml) {
      return yaml instanceof Yaml.Scalar texts && known.isList(path)
          ? new Yaml.Sequence(
              Arrays.stream(texts.text().split(",", -1))
                  .<Yaml>map(item -> new Yaml.Scalar(item.strip(), false, texts.line()))
                  .toList(),
              texts.line())
          : yaml;
    }

    /** Keeps a possible value, on top of what an earlier layer gave. */
    private void add(ConfiguredValue each) {
      List<Problem> found =
          problems(YamlNode.root(each.origin(), ConfiguredValue.file(List.of(each))));
      if (found.isEmpty()) {
        given.put(each.path(), each);
      }
      // A value that its section refuses is the value's problem.
      found.forEach(
          problem ->
              problems.add(
                  known.paths().contains(each.path())
                      ? new Problem(
                          problem.origin(), problem.line(), each.path(), problem.message())
                      : problem));
    }

    private List<Problem> problems(YamlNode root) {
      return binder.bind(type, root) instanceof Unusable<T> unusable
          ? unusable.problems()
          : List.of();
    }

    Reading<T> settings() {
      Reading<T> together =
          binder.bind(type, YamlNode.root("", ConfiguredValue.file(given.values())));
      if (together instanceof Usable<T> usable && problems.isEmpty()) {
        Contradiction.in(usable.value(), binder.types())
            .forEach(found -> problems.add(whereGiven(found.path(), found.message())));
      } else if (together instanceof Unusable<T> unusable) {
        unusable.problems().forEach(each -> problems.add(whereGiven(each.path(), each.message())));
      }
      return problems.isEmpty() ? together : new Unusable<>(List.copyOf(problems));
    }

    private Problem whereGiven(String path, String message) {
      ConfiguredValue culprit = given.get(path);
      return culprit == null ? new Problem("default", 0, path, message) : culprit.problem(message);
    }
  }
}
