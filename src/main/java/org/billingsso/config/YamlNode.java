package org.billingsso.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.billingsso.config.Yaml.Pair;

/**
 * A value in a YAML file and the way to it.
 *
 * @param origin the file, or the name of the variable or flag
 * @param parent nothing for the root
 * @param step from the parent to here, a key such as {@code merchants} or an index such as {@code
 *     [0]}
 */
public record YamlNode(String origin, Optional<YamlNode> parent, String step, Yaml yaml) {

  /** The whole file. */
  public static YamlNode root(String origin, Yaml yaml) {
    return new YamlNode(origin, Optional.empty(), "", yaml);
  }

  /** Such as {@code twocheckout.merchants[0].code}. */
  public String path() {
    String before = parent.map(YamlNode::path).orElse("");
    return before + (before.isEmpty() || step.startsWith("[") ? "" : ".") + step;
  }

  /** Where it begins, from 1. */
  public int line() {
    return yaml.line();
  }

  /** Something that is wrong here; the message repeats nothing of the file. */
  public Problem problem(String message) {
    return new Problem(origin, line(), path(), message);
  }

  /** Whether nothing is written here: {@code key:} or {@code key: ~}. */
  public boolean isAbsent() {
    return yaml instanceof Yaml.Scalar scalar && scalar.absent();
  }

  /** The word or text that is written here; nothing where it is a list, a mapping or absent. */
  public Optional<String> text() {
    return yaml instanceof Yaml.Scalar scalar && !scalar.absent()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** Where a key would be that is not here: at the line where this mapping begins. */
  public YamlNode child(String key) {
    return new YamlNode(origin, Optional.of(this), key, yaml);
  }

  /** The value of a key, where there is one. */
  private Optional<YamlNode> field(String key) {
    for (Pair entry : entries()) {
      if (entry.key().equals(key)) {
        return Optional.of(field(entry)).filter(field -> !field.isAbsent());
      }
    }
    return Optional.empty();
  }

  /** The values of all keys of a mapping, absent ones too; of anything else, nothing. */
  public Stream<YamlNode> fields() {
    return entries().stream().map(this::field);
  }

  private List<Pair> entries() {
    return yaml instanceof Yaml.Mapping mapping ? mapping.entries() : List.of();
  }

  private YamlNode field(Pair entry) {
    return new YamlNode(origin, Optional.of(this), entry.key(), entry.value());
  }

  /** What a list holds; of anything else, nothing. */
  public Stream<YamlNode> items() {
    return yaml instanceof Yaml.Sequence list
        ? IntStream.range(0, list.items().size())
            .mapToObj(
                i -> new YamlNode(origin, Optional.of(this), "[" + i + "]", list.items().get(i)))
        : Stream.empty();
  }

  /**
   * The nodes below this one that a pattern names.
   *
   * @param pattern keys with dots between them, {@code []} behind those whose items are meant, such
   *     as {@code merchants[].customers[].reference}; empty for this node
   */
  public Stream<YamlNode> select(String pattern) {
    Stream<YamlNode> nodes = Stream.of(this);
    for (String key : pattern.isEmpty() ? new String[0] : pattern.split("\\.", -1)) {
      nodes =
          key.endsWith("[]")
              ? nodes
                  .flatMap(node -> node.field(key.substring(0, key.length() - 2)).stream())
                  .flatMap(YamlNode::items)
              : nodes.flatMap(node -> node.field(key).stream());
    }
    return nodes;
  }
}
