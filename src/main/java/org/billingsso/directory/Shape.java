package org.billingsso.directory;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
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
import java.util.stream.IntStream;

/**
 * What the file says of one type: the parameters of its only constructor, and their names.
 *
 * @param known the names of the keys
 */
record Shape(Maker maker, List<Key> keys, Set<String> known) {

  /** Makes the object of the values of its keys. */
  interface Maker {
    Object make(Object[] values);
  }

  /**
   * One parameter.
   *
   * @param absent its value where the file gives none; nothing where the file must
   */
  record Key(String name, Type type, Optional<Object> absent) {}

  static Shape of(Class<?> type, Function<Parameter, Optional<Object>> absent) {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    List<Key> keys =
        Arrays.stream(constructor.getParameters())
            .map(
                parameter ->
                    new Key(
                        parameter.getName(),
                        parameter.getParameterizedType(),
                        absent.apply(parameter)))
            .toList();
    return of(keys, values -> construct(constructor, values));
  }

  /** The file as a whole: a key for each section. */
  static Shape of(
      List<DirectorySection<?>> sections, Function<DirectorySection<?>, Optional<Object>> absent) {
    List<Key> keys =
        sections.stream()
            .map(section -> new Key(section.name(), section.type(), absent.apply(section)))
            .toList();
    return of(
        keys,
        values ->
            new Directory(
                IntStream.range(0, values.length)
                    .boxed()
                    .collect(toMap(i -> keys.get(i).name(), i -> values[i]))));
  }

  private static Shape of(List<Key> keys, Maker maker) {
    return new Shape(maker, keys, keys.stream().map(Key::name).collect(toUnmodifiableSet()));
  }

  boolean has(String key) {
    return known.contains(key);
  }

  /** The names of the keys, for people. */
  String names() {
    return keys.stream().map(Key::name).collect(joining(", "));
  }

  /**
   * Makes the object.
   *
   * @throws IllegalArgumentException where its constructor refuses the values
   */
  Object make(Object[] values) {
    return maker.make(values);
  }

  private static Object construct(Constructor<?> constructor, Object[] values) {
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
