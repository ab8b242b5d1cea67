package org.billingsso.directory;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the file says of one type: the parameters of its only constructor, and their names.
 *
 * @param known the names of the keys
 */
record Shape(Constructor<?> constructor, List<Key> keys, Set<String> known) {

  /**
   * One parameter.
   *
   * @param absent its value where the file gives none; nothing where the file must
   */
  record Key(String name, Type type, Optional<Object> absent) {}

  static Shape of(Class<?> type, Function<Parameter, Optional<Object>> absent) {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    List<Key> keys =
        Arrays.stream(constructor.getParameters())
            .map(
                parameter ->
                    new Key(
                        parameter.getName(),
                        parameter.getParameterizedType(),
                        absent.apply(parameter)))
            .toList();
    return new Shape(constructor, keys, keys.stream().map(Key::name).collect(toUnmodifiableSet()));
  }

  boolean has(String key) {
    return known.contains(key);
  }

  /** The names of the keys, for people. */
  String names() {
    return keys.stream().map(Key::name).collect(joining(", "));
  }

  /**
   * Calls the constructor.
   *
   * @throws IllegalArgumentException where it refuses the values
   */
  Object construct(Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refusal) {
        throw refusal;
      }
      throw new IllegalStateException("A constructor failed: " + constructor, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Not a type of the directory: " + constructor, e);
    }
  }
}
