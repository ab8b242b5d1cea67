package org.billingsso.directory;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.billingsso.directory.Scalars.Scalar;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Makes objects of a YAML file: a mapping becomes the constructor call whose parameters are named
 * as its keys are, an absent value what {@link Default} says, nothing for an {@code Optional}, or
 * an empty list. A problem does not stop it, so that a reader of the file hears of all of them;
 * data binding in Jackson ends at the first.
 */
final class Binder {
  private final List<Problem> problems = new ArrayList<>();

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
    if (!(place.node() instanceof SequenceNode)) {
      return refused(place, "must be a list");
    }
    List<Optional<Object>> items = place.items().map(item -> value(of, item)).toList();
    return items.stream().allMatch(Optional::isPresent)
        ? Optional.of(items.stream().map(Optional::orElseThrow).toList())
        : Optional.empty();
  }

  private Optional<Object> object(Class<?> type, Place place) {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    List<String> keys = Arrays.stream(constructor.getParameters()).map(Parameter::getName).toList();
    if (!(place.node() instanceof MappingNode)) {
      return refused(place, "must be a mapping with the keys " + String.join(", ", keys));
    }
    checkKeys(keys, place);
    List<Optional<Object>> arguments =
        Arrays.stream(constructor.getParameters())
            .map(parameter -> argument(parameter, place))
            .toList();
    return arguments.stream().allMatch(Optional::isPresent)
        ? construct(constructor, arguments.stream().map(Optional::orElseThrow).toArray(), place)
        : Optional.empty();
  }

  private void checkKeys(List<String> keys, Place place) {
    Set<String> seen = new HashSet<>();
    place
        .fields()
        .forEach(
            field -> {
              String key = field.step().substring(1);
              if (!keys.contains(key)) {
                refused(field, "is not known here; known are " + String.join(", ", keys));
              } else if (!seen.add(key)) {
                refused(field, "is given twice");
              }
            });
  }

  private Optional<Object> argument(Parameter parameter, Place place) {
    Optional<Place> given = place.field(parameter.getName());
    if (given.isPresent()) {
      return value(parameter.getParameterizedType(), given.get());
    }
    Default fallback = parameter.getAnnotation(Default.class);
    if (fallback != null) {
      return value(parameter.getParameterizedType(), Place.root(Yaml.compose(fallback.value())));
    }
    if (parameter.getType() == Optional.class) {
      return Optional.of(Optional.empty());
    }
    if (parameter.getType() == List.class) {
      return Optional.of(List.of());
    }
    problems.add(place.missing(parameter.getName()));
    return Optional.empty();
  }

  private Optional<Object> construct(Constructor<?> constructor, Object[] arguments, Place place) {
    try {
      return Optional.of(constructor.newInstance(arguments));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refusal) {
        return refused(place, String.valueOf(refusal.getMessage()));
      }
      throw new IllegalStateException("A constructor failed: " + constructor, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Not a type of the directory: " + constructor, e);
    }
  }

  private Optional<Object> refused(Place place, String message) {
    problems.add(place.problem(message));
    return Optional.empty();
  }
}
