package org.billingsso.directory;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.billingsso.directory.Yaml.Entry;

/**
 * A value in a YAML file and the way to it.
 *
 * @param parent nothing for the root
 * @param step from the parent to here, a key such as {@code merchants} or an index such as {@code
 *     [0]}
 */
record Place(Optional<Place> parent, String step, Yaml yaml) {

  static Place root(Yaml yaml) {
    return new Place(Optional.empty(), "", yaml);
  }

  /** Such as {@code twocheckout.merchants[0].code}. */
  String path() {
    String before = parent.map(Place::path).orElse("");
    return before + (before.isEmpty() || step.startsWith("[") ? "" : ".") + step;
  }

  int line() {
    return yaml.line();
  }

  Problem problem(String message) {
    return new Problem(path(), line(), message);
  }

  /** Whether nothing is written here: {@code key:} or {@code key: ~}. */
  boolean isAbsent() {
    return yaml instanceof Yaml.Scalar scalar && scalar.absent();
  }

  Optional<String> text() {
    return yaml instanceof Yaml.Scalar scalar && !scalar.absent()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** Where a key would be that is not here: at the line where this mapping begins. */
  Place child(String key) {
    return new Place(Optional.of(this), key, yaml);
  }

  /** The value of a key, where there is one. */
  private Optional<Place> field(String key) {
    for (Entry entry : entries()) {
      if (entry.key().equals(key)) {
        return Optional.of(field(entry)).filter(field -> !field.isAbsent());
      }
    }
    return Optional.empty();
  }

  /** The values of all keys of a mapping, absent ones too; of anything else, nothing. */
  Stream<Place> fields() {
    return entries().stream().map(this::field);
  }

  private List<Entry> entries() {
    return yaml instanceof Yaml.Mapping mapping ? mapping.entries() : List.of();
  }

  private Place field(Entry entry) {
    return new Place(Optional.of(this), entry.key(), entry.value());
  }

  /** What a list holds; of anything else, nothing. */
  Stream<Place> items() {
    return yaml instanceof Yaml.Sequence list
        ? IntStream.range(0, list.items().size())
            .mapToObj(i -> new Place(Optional.of(this), "[" + i + "]", list.items().get(i)))
        : Stream.empty();
  }

  /**
   * The places below this one that a pattern names.
   *
   * @param pattern keys with dots between them, {@code []} behind those whose items are meant, such
   *     as {@code merchants[].customers[].reference}; empty for this place
   */
  Stream<Place> select(String pattern) {
    Stream<Place> places = Stream.of(this);
    for (String key : pattern.isEmpty() ? new String[0] : pattern.split("\\.", -1)) {
      places =
          key.endsWith("[]")
              ? places
                  .flatMap(place -> place.field(key.substring(0, key.length() - 2)).stream())
                  .flatMap(Place::items)
              : places.flatMap(place -> place.field(key).stream());
    }
    return places;
  }
}
