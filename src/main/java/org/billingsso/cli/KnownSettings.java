package org.billingsso.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.billingsso.gateway.Settings;

/**
 * Which settings there are: the components of {@link Settings}, by their paths in YAML. One whose
 * type is called {@code ...Settings} is a section.
 */
final class KnownSettings {
  private final Map<String, RecordComponent> settings = new LinkedHashMap<>();
  private final Map<String, List<String>> namesBySection = new HashMap<>();

  KnownSettings() {
    collect("", Settings.class);
  }

  private void collect(String section, Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    namesBySection.put(section, Arrays.stream(components).map(RecordComponent::getName).toList());
    for (RecordComponent component : components) {
      String path = path(section, component);
      if (isSection(component)) {
        collect(path, component.getType());
      } else {
        settings.put(path, component);
      }
    }
  }

  private static boolean isSection(RecordComponent component) {
    return component.getType().getSimpleName().endsWith("Settings");
  }

  private static String path(String section, RecordComponent component) {
    return section.isEmpty() ? component.getName() : section + "." + component.getName();
  }

  /** The paths of all settings. */
  Set<String> paths() {
    return settings.keySet();
  }

  /** Whether the path names a section, which has settings below it. */
  boolean isSection(String path) {
    return namesBySection.containsKey(path);
  }

  /** The names that may stand where the last one of that path does. */
  List<String> namesBeside(String path) {
    String section = path.substring(0, Math.max(path.lastIndexOf('.'), 0));
    return namesBySection.getOrDefault(section, List.of());
  }

  /** A text as a value of that setting; where it is a list, commas part its items. */
  JsonNode value(String path, String text) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    RecordComponent setting = settings.get(path);
    if (setting == null || setting.getType() != List.class) {
      return nodes.textNode(text);
    }
    ArrayNode items = nodes.arrayNode();
    for (String item : text.split(",", -1)) {
      items.add(item.strip());
    }
    return items;
  }

  /**
   * The defaults with these settings in their places.
   *
   * @throws IllegalArgumentException where a value is impossible, with a sentence for people
   */
  Settings with(Collection<Given> given) {
    Map<String, Given> byPath =
        given.stream().collect(Collectors.toMap(Given::path, Function.identity()));
    return (Settings) section("", Settings.DEFAULTS, byPath);
  }

  private static Object section(String section, Object defaults, Map<String, Given> given) {
    RecordComponent[] components = defaults.getClass().getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(path(section, components[i]), components[i], defaults, given);
    }
    return call(() -> defaults.getClass().getDeclaredConstructor(types).newInstance(values));
  }

  private static Object value(
      String path, RecordComponent component, Object defaults, Map<String, Given> given) {
    Given here = given.get(path);
    if (here != null) {
      return SettingTypes.read(component.getGenericType(), here.value());
    }
    Object usual = call(() -> component.getAccessor().invoke(defaults));
    return isSection(component) ? section(path, usual, given) : usual;
  }

  private interface ReflectiveCall {
    Object run() throws ReflectiveOperationException;
  }

  private static Object call(ReflectiveCall call) {
    try {
      return call.run();
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof IllegalArgumentException refused
          ? refused
          : new IllegalStateException("A section of the settings failed", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Settings and their sections are public records", e);
    }
  }
}
