package org.billingsso.config;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes objects of a YAML file: a mapping becomes the constructor call whose parameters are named
 * as its keys are. An absent value is that of the type's defaults, or what {@link Default} says, or
 * nothing for an {@code Optional}, or an empty list.
 */
public final class Binder {
  private static final Yaml EMPTY = new Yaml.Mapping(List.of(), 0);

  private final ValueTypes types;
  private final List<Section<?>> sections;
  private final Map<Class<?>, Object> defaults = new HashMap<>();
  private final Map<Class<?>, Shape> shapes = new HashMap<>();

  /**
   * @param types of single values
   * @param sections what {@link Sections} stands for
   */
  public Binder(ValueTypes types, List<Section<?>> sections) {
    this.types = types;
    this.sections = List.copyOf(sections);
    sections.forEach(section -> section.defaults().ifPresent(this::addDefaults));
  }

  /** The same, with a value of the file's own type whose components are the defaults there. */
  public Binder withDefaults(Record usual) {
    Binder binder = new Binder(types, sections);
    binder.addDefaults(usual);
    return binder;
  }

  /** A component that is a record is a section of the file with defaults of its own. */
  private void addDefaults(Object usual) {
    defaults.put(usual.getClass(), usual);
    for (RecordComponent each : usual.getClass().getRecordComponents()) {
      if (each.getType().isRecord()
          && each.getType() != Sections.class
          && types.find(each.getType()).isEmpty()) {
        addDefaults(component(usual, each.getName()));
      }
    }
  }

  ValueTypes types() {
    return types;
  }

  List<Section<?>> sections() {
    return sections;
  }

  /** What is written in a file, or everything that is wrong with it, in the order of the file. */
  public <T> Reading<T> bind(Class<T> type, YamlNode root) {
    List<Problem> problems = new ArrayList<>();
    Optional<T> value = new Binding(this, problems).object(type, root).map(type::cast);
    sections.forEach(section -> check(section, root).forEach(problems::add));
    problems.sort(Comparator.comparingInt(Problem::line));
    return Reading.of(value, problems);
  }

  private static Stream<Problem> check(Section<?> section, YamlNode root) {
    return section.rules().isEmpty()
        ? Stream.empty()
        : root.select(section.name())
            .flatMap(node -> section.rules().stream().flatMap(rule -> rule.check(node)));
  }

  /** What a file says of a type. */
  synchronized Shape shape(Class<?> type) {
    Shape known = shapes.get(type);
    if (known != null) {
      return known;
    }
    Shape shape = Shape.of(type, sections, parameter -> key(type, parameter), this::key);
    shapes.put(type, shape);
    return shape;
  }

  private Shape.Property key(Class<?> owner, Parameter parameter) {
    Description description = parameter.getAnnotation(Description.class);
    return new Shape.Property(
        parameter.getName(),
        parameter.getParameterizedType(),
        absent(owner, parameter),
        description == null ? "" : description.value());
  }

  private Shape.Property key(Section<?> section) {
    return new Shape.Property(
        section.name(),
        section.type(),
        section.defaults().isPresent()
            ? section.defaults().map(Object.class::cast)
            : bound(section.type(), EMPTY),
        "");
  }

  private Optional<Object> absent(Class<?> owner, Parameter parameter) {
    Object usual = defaults.get(owner);
    if (usual != null) {
      return Optional.of(component(usual, parameter.getName()));
    }
    if (parameter.getType() == Optional.class) {
      return Optional.of(Optional.empty());
    }
    if (parameter.getType() == List.class) {
      return Optional.of(List.of());
    }
    return Optional.ofNullable(parameter.getAnnotation(Default.class))
        .flatMap(usually -> bound(parameter.getType(), YamlReader.read(usually.value())));
  }

  static Object component(Object usual, String name) {
    try {
      return usual.getClass().getMethod(name).invoke(usual);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Types with defaults are public records", e);
    }
  }

  private Optional<Object> bound(Type type, Yaml usual) {
    return new Binding(this, new ArrayList<>()).value(type, YamlNode.root("default", usual));
  }

  /** The type in an {@code Optional} or a {@code List}. */
  static Type inner(ParameterizedType generic) {
    return generic.getActualTypeArguments()[0];
  }
}
