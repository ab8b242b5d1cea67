package org.billingsso.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a {@link Binder} takes, as a JSON Schema of draft 2020-12: so editors complete and check a
 * file while it is written. The binder may take more than the schema allows, such as other letter
 * cases, and knows rules that no schema can tell.
 */
public final class JsonSchema {
  private final Binder binder;
  private final Map<String, Object> definitions = new TreeMap<>();

  private JsonSchema(Binder binder) {
    this.binder = binder;
  }

  /**
   * The schema of a file, as objects of JSON.
   *
   * @param type what the file is read as
   */
  public static Map<String, Object> of(Binder binder, Class<?> type, String title) {
    JsonSchema schema = new JsonSchema(binder);
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    root.put("title", title);
    root.putAll(schema.object(type, ""));
    if (!schema.definitions.isEmpty()) {
      root.put("$defs", schema.definitions);
    }
    return root;
  }

  private Map<String, Object> object(Class<?> type, String path) {
    Map<String, Shape.Property> keys = binder.shape(type).keys();
    Map<String, Object> properties = new LinkedHashMap<>();
    keys.forEach(
        (name, key) ->
            properties.put(name, property(key, path.isEmpty() ? name : path + "." + name)));
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("type", "object");
    object.put("properties", properties);
    List<String> required =
        keys.values().stream()
            .filter(key -> key.absent().isEmpty())
            .map(Shape.Property::name)
            .toList();
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    object.put("additionalProperties", false);
    return object;
  }

  private Map<String, Object> property(Shape.Property key, String path) {
    Map<String, Object> property = new LinkedHashMap<>();
    if (!key.description().isEmpty()) {
      property.put("description", key.description());
    }
    property.putAll(schema(key.type(), path));
    if (isSingle(key.type())) {
      key.absent().flatMap(Written::asJson).ifPresent(usual -> property.put("default", usual));
    }
    return property;
  }

  private boolean isSingle(Type type) {
    return type instanceof ParameterizedType generic
        ? isSingle(Binder.inner(generic))
        : binder.types().find((Class<?>) type).isPresent();
  }

  private Map<String, Object> schema(Type type, String path) {
    if (type instanceof ParameterizedType generic) {
      Type of = Binder.inner(generic);
      return generic.getRawType() == List.class ? array(schema(of, path + "[]")) : schema(of, path);
    }
    Class<?> plain = (Class<?>) type;
    return binder
        .types()
        .find(plain)
        .map(known -> single(known, path))
        .orElseGet(() -> reference(plain, path));
  }

  private static Map<String, Object> array(Map<String, Object> items) {
    Map<String, Object> array = new LinkedHashMap<>();
    array.put("type", "array");
    array.put("items", items);
    return array;
  }

  private Map<String, Object> single(ValueType type, String path) {
    Map<String, Object> schema = new TreeMap<>(type.schema());
    form(path).ifPresent(form -> schema.put("pattern", form));
    return schema;
  }

  /** The form that a rule of a section wants of the values of a path. */
  private Optional<String> form(String path) {
    return binder.sections().stream()
        .filter(section -> path.startsWith(section.name() + "."))
        .flatMap(section -> forms(section, path.substring(section.name().length() + 1)))
        .findFirst();
  }

  private static Stream<String> forms(Section<?> section, String path) {
    return section.rules().stream()
        .filter(Rule.Matching.class::isInstance)
        .map(Rule.Matching.class::cast)
        .filter(rule -> rule.path().equals(path))
        .map(rule -> "^(?:" + rule.form().pattern() + ")$");
  }

  /** A type of ours is told once, however often it occurs. */
  private Map<String, Object> reference(Class<?> type, String path) {
    String name = type.getSimpleName();
    if (!definitions.containsKey(name)) {
      definitions.put(name, Map.of());
      definitions.put(name, object(type, path));
    }
    return Map.of("$ref", "#/$defs/" + name);
  }
}
