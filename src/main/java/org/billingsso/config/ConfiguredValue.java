package org.billingsso.config;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One setting as somebody gave it.
 *
 * @param path its name in YAML, such as {@code twocheckout.refuseMd5}; not necessarily a known one
 * @param yaml not yet judged
 * @param origin where it was given, such as {@code gateway.yaml} or {@code --port}
 */
record ConfiguredValue(String path, Yaml yaml, String origin) {

  Problem problem(String message) {
    return new Problem(origin, yaml.line(), path, message);
  }

  /** A file that says these things and nothing else. */
  static Yaml file(Collection<ConfiguredValue> values) {
    return mapping("", values);
  }

  private static Yaml mapping(String section, Collection<ConfiguredValue> values) {
    Map<String, List<ConfiguredValue>> byKey =
        values.stream()
            .collect(groupingBy(each -> each.key(section), LinkedHashMap::new, toList()));
    List<Yaml.Pair> entries = new ArrayList<>();
    byKey.forEach((key, below) -> entries.add(new Yaml.Pair(key, below(section + key, below))));
    int line = values.stream().mapToInt(each -> each.yaml.line()).min().orElse(0);
    return new Yaml.Mapping(entries, line);
  }

  private static Yaml below(String path, List<ConfiguredValue> values) {
    return values.get(0).path.equals(path) ? values.get(0).yaml : mapping(path + ".", values);
  }

  /** The next key of its path behind that of a section. */
  private String key(String section) {
    int dot = path.indexOf('.', section.length());
    return path.substring(section.length(), dot < 0 ? path.length() : dot);
  }
}
