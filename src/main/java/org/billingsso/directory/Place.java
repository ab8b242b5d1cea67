package org.billingsso.directory;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A node of a YAML file and the way to it.
 *
 * @param parent nothing for the root
 * @param step from the parent to here, such as {@code .code} or {@code [0]}
 */
record Place(Optional<Place> parent, String step, Node node) {

  static Place root(Node node) {
    return new Place(Optional.empty(), "", node);
  }

  /** Such as {@code twocheckout.merchants[0].code}. */
  String path() {
    String path = parent.map(Place::path).orElse("") + step;
    return path.startsWith(".") ? path.substring(1) : path;
  }

  int line() {
    return node.getStartMark().getLine() + 1;
  }

  Problem problem(String message) {
    return new Problem(path(), line(), message);
  }

  /** That a key is not here, which is told at the line where its mapping begins. */
  Problem missing(String key) {
    return new Problem(new Place(Optional.of(this), "." + key, node).path(), line(), "is missing");
  }

  /** Whether nothing is written here: {@code key:} or {@code key: ~}. */
  boolean isEmpty() {
    return node.getTag().equals(Tag.NULL);
  }

  Optional<String> text() {
    return node instanceof ScalarNode scalar && !isEmpty()
        ? Optional.of(scalar.getValue())
        : Optional.empty();
  }

  /** The value of a key, where there is one that is not empty. */
  Optional<Place> field(String key) {
    return fields().filter(field -> field.step.equals("." + key) && !field.isEmpty()).findFirst();
  }

  /** The values of all keys of a mapping; of anything else, nothing. */
  Stream<Place> fields() {
    return node instanceof MappingNode mapping
        ? mapping.getValue().stream().map(this::field)
        : Stream.empty();
  }

  private Place field(NodeTuple tuple) {
    String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    return new Place(Optional.of(this), "." + key, tuple.getValueNode());
  }

  /** What a list holds; of anything else, nothing. */
  Stream<Place> items() {
    return node instanceof SequenceNode sequence
        ? IntStream.range(0, sequence.getValue().size())
            .mapToObj(i -> new Place(Optional.of(this), "[" + i + "]", sequence.getValue().get(i)))
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
