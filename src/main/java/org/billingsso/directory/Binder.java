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

  /** The object written at a place, or nothing where that had a problem. */
  <T> Optional<T> bind(Class<T> type, Place place) {
    return value(type, place).map(type::cast);
  }

  private Optional<Object> value(Type type, Place place) {
    if (type instanceof ParameterizedType generic) {
      Type of = generic.getActualTypeArguments()[0];
      return generic.getRawType() == List.class
          ? list(of, place)
          : value(of, place).map(Optional::of);
    }
    Class<?> plain = (Class<?>) type;
    return Scalars.of(plain)
        .map(scalar -> scalar(scalar, place))
        .orElseGet(() -> object(plain, place));
  }

  private Optional<Object> scalar(Scalar scalar, Place place) {
    try {
      Optional<Object> value = place.text().map(scalar.parse());
      return value.isPresent() ? value : refused(place, "must be " + scalar.expected());
    } catch (IllegalArgumentException | DateTimeException e) {
      return refused(place, "must be " + scalar.expected());
    }
  }

  private Optional<Object> list(Type of, Place place) {
    if (!(place.yaml() instanceof Yaml.Sequence)) {
      return refused(place, "must be a list");
    }
    List<Optional<Object>> items = place.items().map(item -> value(of, item)).toList();
    return items.stream().allMatch(Optional::isPresent)
        ? Optional.of(items.stream().map(Optional::orElseThrow).toList())
        : Optional.empty();
  }

  private Optional<Object> object(Class<?> type, Place place) {
    Shape shape = shape(type);
    if (!(place.yaml() instanceof Yaml.Mapping)) {
      return refused(place, "must be a mapping with the keys " + shape.names());
    }
    Map<String, Place> fields = fields(shape, place);
    List<Optional<Object>> values =
        shape.keys().stream().map(key -> keyed(key, fields, place)).toList();
    return values.stream().allMatch(Optional::isPresent)
        ? construct(shape, values.stream().map(Optional::orElseThrow).toArray(), place)
        : Optional.empty();
  }

  private Map<String, Place> fields(Shape shape, Place place) {
    Map<String, Place> fields = new HashMap<>();
    place
        .fields()
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

  private Optional<Object> keyed(Shape.Key key, Map<String, Place> fields, Place place) {
    Place field = fields.get(key.name());
    if (field != null && !field.isAbsent()) {
      return value(key.type(), field);
    }
    return key.absent().isPresent()
        ? key.absent()
        : refused(field == null ? place.child(key.name()) : field, "is missing");
  }

  private Optional<Object> construct(Shape shape, Object[] arguments, Place place) {
    try {
      return Optional.of(shape.construct(arguments));
    } catch (IllegalArgumentException e) {
      return refused(place, String.valueOf(e.getMessage()));
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
        .map(written -> Place.root(YamlReader.read(written.value())))
        .flatMap(written -> value(parameter.getParameterizedType(), written));
  }

  private Optional<Object> refused(Place place, String message) {
    problems.add(place.problem(message));
    return Optional.empty();
  }
}
