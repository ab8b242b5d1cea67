package org.billingsso.directory;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.billingsso.directory.Scalars.Scalar;

/**
 * Makes objects of a YAML file: a mapping becomes the constructor call whose parameters are named
 * as its keys are, an absent value what {@link Default} says, nothing for an {@code Optional}, or
 * an empty list. A problem does not stop it, so that a reader of the file hears of all of them;
 * data binding in Jackson ends at the first.
 */
final class Binder {
  private final List<Problem> problems = new ArrayList<>();
  private final Map<Class<?>, Shape> shapes = new HashMap<>();

  List<Problem> problems() {
    return problems;
  }

  /** The directory whose root a node is, or nothing where that had a problem. */
  Optional<Directory> bind(List<DirectorySection<?>> sections, YamlNode root) {
    YamlNode empty = YamlNode.root(new Yaml.Mapping(List.of(), 0));
    Shape shape = Shape.of(sections, section -> object(section.type(), empty));
    return object(shape, root).map(Directory.class::cast);
  }

  private Optional<Object> value(Type type, YamlNode node) {
    if (type instanceof ParameterizedType generic) {
      Type of = generic.getActualTypeArguments()[0];
      return generic.getRawType() == List.class
          ? list(of, node)
          : value(of, node).map(Optional::of);
    }
    Class<?> plain = (Class<?>) type;
    return Scalars.of(plain)
        .map(scalar -> scalar(scalar, node))
        .orElseGet(() -> object(plain, node));
  }

  private Optional<Object> scalar(Scalar scalar, YamlNode node) {
    try {
      Optional<Object> value = node.text().map(scalar.parse());
      return value.isPresent() ? value : refused(node, "must be " + scalar.expected());
    } catch (IllegalArgumentException | DateTimeException e) {
      return refused(node, "must be " + scalar.expected());
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

  private Optional<Object> object(Class<?> type, YamlNode node) {
    return object(shape(type), node);
  }

  private Optional<Object> object(Shape shape, YamlNode node) {
    if (!(node.yaml() instanceof Yaml.Mapping)) {
      return refused(node, "must be a mapping with the keys " + shape.names());
    }
    Map<String, YamlNode> fields = fields(shape, node);
    List<Optional<Object>> values =
        shape.keys().stream().map(key -> keyed(key, fields, node)).toList();
    return values.stream().allMatch(Optional::isPresent)
        ? construct(shape, values.stream().map(Optional::orElseThrow).toArray(), node)
        : Optional.empty();
  }

  private Map<String, YamlNode> fields(Shape shape, YamlNode node) {
    Map<String, YamlNode> fields = new HashMap<>();
    node.fields()
        .forEach(
            field -> {
              if (!shape.has(field.step())) {
                refused(field, "is not known here; known are " + shape.names());
              } else if (fields.putIfAbsent(field.step(), field) != null) {
                refused(field, "is given twice");
              }
            });
    return fields;
  }

  private Optional<Object> keyed(Shape.Key key, Map<String, YamlNode> fields, YamlNode node) {
    YamlNode field = fields.get(key.name());
    if (field != null && !field.isAbsent()) {
      return value(key.type(), field);
    }
    return key.absent().isPresent()
        ? key.absent()
        : refused(field == null ? node.child(key.name()) : field, "is missing");
  }

  private Optional<Object> construct(Shape shape, Object[] arguments, YamlNode node) {
    try {
      return Optional.of(shape.make(arguments));
    } catch (IllegalArgumentException e) {
      return refused(node, String.valueOf(e.getMessage()));
    }
  }

  private Shape shape(Class<?> type) {
    Shape known = shapes.get(type);
    if (known != null) {
      return known;
    }
    Shape shape = Shape.of(type, this::absent);
    shapes.put(type, shape);
    return shape;
  }

  private Optional<Object> absent(Parameter parameter) {
    if (parameter.getType() == Optional.class) {
      return Optional.of(Optional.empty());
    }
    if (parameter.getType() == List.class) {
      return Optional.of(List.of());
    }
    return Optional.ofNullable(parameter.getAnnotation(Default.class))
        .map(written -> YamlNode.root(YamlReader.read(written.value())))
        .flatMap(written -> value(parameter.getParameterizedType(), written));
  }

  private Optional<Object> refused(YamlNode node, String message) {
    problems.add(node.problem(message));
    return Optional.empty();
  }
}
