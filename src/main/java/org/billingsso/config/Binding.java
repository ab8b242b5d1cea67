package org.billingsso.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One reading of a file. A problem does not stop it, so that a reader of the file hears of all of
 * them; data binding in Jackson ends at the first.
 */
final class Binding {
  private final Binder binder;
  private final List<Problem> problems;

  Binding(Binder binder, List<Problem> problems) {
    this.binder = binder;
    this.problems = problems;
  }

  Optional<Object> value(Type type, YamlNode node) {
    if (type instanceof ParameterizedType generic) {
      Type of = Binder.inner(generic);
      return generic.getRawType() == List.class
          ? list(of, node)
          : value(of, node).map(Optional::of);
    }
    Class<?> plain = (Class<?>) type;
    return binder
        .types()
        .find(plain)
        .map(known -> single(known, node))
        .orElseGet(() -> object(plain, node));
  }

  private Optional<Object> single(ValueType type, YamlNode node) {
    try {
      return Optional.of(type.read(node.text().orElse("")));
    } catch (IllegalArgumentException refused) {
      return refused(node, String.valueOf(refused.getMessage()));
    }
  }

  private Optional<Object> list(Type of, YamlNode node) {
    if (!(node.yaml() instanceof Yaml.Sequence)) {
      return refused(node, "must be a list");
    }
    List<Optional<Object>> items = node.items().map(item -> value(of, item)).toList();
    return items.stream().allMatch(Optional::isPresent)
        ? Optional.of(items.stream().map(Optional::orElseThrow).toList())
        : Optional.empty();
  }

  Optional<Object> object(Class<?> type, YamlNode node) {
    Shape shape = binder.shape(type);
    if (!(node.yaml() instanceof Yaml.Mapping)) {
      return refused(node, "must be a mapping with the keys " + shape.names());
    }
    Map<String, YamlNode> fields = fields(shape, node);
    List<Optional<Object>> values =
        shape.keys().values().stream().map(key -> keyed(key, fields, node)).toList();
    return values.stream().allMatch(Optional::isPresent)
        ? make(shape, values.stream().map(Optional::orElseThrow).toList(), fields, node)
        : Optional.empty();
  }

  private Map<String, YamlNode> fields(Shape shape, YamlNode node) {
    Map<String, YamlNode> fields = new HashMap<>();
    node.fields()
        .forEach(
            field -> {
              if (!shape.keys().containsKey(field.step())) {
                refused(field, "is unknown; known here are " + shape.names());
              } else if (fields.putIfAbsent(field.step(), field) != null) {
                refused(field, "is given twice");
              }
            });
    return fields;
  }

  private Optional<Object> keyed(Shape.Property key, Map<String, YamlNode> fields, YamlNode node) {
    YamlNode field = fields.get(key.name());
    if (field != null && !field.isAbsent()) {
      return value(key.type(), field);
    }
    return key.absent().isPresent()
        ? key.absent()
        : refused(field == null ? node.child(key.name()) : field, "is missing");
  }

  private Optional<Object> make(
      Shape shape, List<Object> values, Map<String, YamlNode> fields, YamlNode node) {
    try {
      return Optional.of(shape.make(values));
    } catch (InvalidValueException refused) {
      YamlNode field = fields.getOrDefault(refused.key(), node.child(refused.key()));
      return refused(field, String.valueOf(refused.getMessage()));
    } catch (IllegalArgumentException refused) {
      return refused(node, String.valueOf(refused.getMessage()));
    }
  }

  private Optional<Object> refused(YamlNode node, String message) {
    problems.add(node.problem(message));
    return Optional.empty();
  }
}
