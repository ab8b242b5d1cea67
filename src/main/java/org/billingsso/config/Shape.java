package org.billingsso.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a file says of one type: the parameters of its only constructor, and their names. In place
 * of a last parameter of type {@link Sections} it has a key for each section.
 *
 * @param keys by their names, in their order
 * @param open whether the last keys are those of sections
 */
record Shape(Constructor<?> constructor, Map<String, Property> keys, boolean open) {

  /**
   * One key.
   *
   * @param absent its value where the file gives none; nothing where the file must
   * @param description for people; empty where its name says it
   */
  record Property(String name, Type type, Optional<Object> absent, String description) {}

  /**
   * The shape of a type.
   *
   * @param sections what a parameter of type {@link Sections} stands for
   */
  static Shape of(
      Class<?> type,
      List<Section<?>> sections,
      Function<Parameter, Property> key,
      Function<Section<?>, Property> sectionKey) {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    List<Parameter> parameters = List.of(constructor.getParameters());
    boolean open =
        !parameters.isEmpty() && parameters.get(parameters.size() - 1).getType() == Sections.class;
    List<Property> keys = new ArrayList<>();
    parameters
        .subList(0, parameters.size() - (open ? 1 : 0))
        .forEach(each -> keys.add(key.apply(each)));
    if (open) {
      sections.forEach(each -> keys.add(sectionKey.apply(each)));
    }
    Map<String, Property> byName = new LinkedHashMap<>();
    keys.forEach(each -> byName.put(each.name(), each));
    return new Shape(constructor, byName, open);
  }

  /** The names of the keys, for people. */
  String names() {
    return String.join(", ", keys.keySet());
  }

  /**
   * Makes the object.
   *
   * @param values in the order of the keys
   * @throws IllegalArgumentException where its constructor refuses the values
   */
  Object make(List<Object> values) {
    try {
      return constructor.newInstance(open ? closed(values) : values.toArray());
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refusal) {
        throw refusal;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("A constructor failed: " + constructor, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Not a type of a configuration: " + constructor, e);
    }
  }

  private Object[] closed(List<Object> values) {
    int own = constructor.getParameterCount() - 1;
    List<String> names = List.copyOf(keys.keySet());
    Map<String, Object> sections = new HashMap<>();
    for (int i = own; i < values.size(); i++) {
      sections.put(names.get(i), values.get(i));
    }
    return Stream.concat(values.subList(0, own).stream(), Stream.of(new Sections(sections)))
        .toArray();
  }
}
