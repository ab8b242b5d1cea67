package org.billingsso.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which settings there are: what {@link Settings} declares, by their paths in YAML. */
final class KnownSettings {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new SettingTypes())
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          .build();

  private final ObjectNode defaults = JSON.valueToTree(Settings.DEFAULTS);
  private final Map<String, JsonNode> defaultByPath = new LinkedHashMap<>();
  private final Map<String, List<String>> namesBySection = new HashMap<>();

  KnownSettings() {
    collect("", defaults);
  }

  private void collect(String section, JsonNode settings) {
    List<String> names = settings.properties().stream().map(Map.Entry::getKey).toList();
    namesBySection.put(section, names);
    for (String name : names) {
      String path = section.isEmpty() ? name : section + "." + name;
      if (settings.path(name).isObject()) {
        collect(path, settings.path(name));
      } else {
        defaultByPath.put(path, settings.path(name));
      }
    }
  }

  /** The paths of all settings. */
  Set<String> paths() {
    return defaultByPath.keySet();
  }

  /** Whether the path names a section, which has settings below it. */
  boolean isSection(String path) {
    return namesBySection.containsKey(path);
  }

  /** The names that may stand where the last one of that path does. */
  List<String> namesBeside(String path) {
    return namesBySection.getOrDefault(section(path), List.of());
  }

  /** A text as a value of that setting; where it is a list, commas part its items. */
  JsonNode value(String path, String text) {
    JsonNode usual = defaultByPath.get(path);
    if (usual == null || !usual.isArray()) {
      return TextNode.valueOf(text);
    }
    ArrayNode items = JSON.createArrayNode();
    for (String item : text.split(",", -1)) {
      items.add(item.strip());
    }
    return items;
  }

  /**
   * The defaults with these settings, all known, in their places.
   *
   * @throws IllegalArgumentException where a value is impossible, with a sentence for people
   */
  Settings with(Collection<Given> given) {
    ObjectNode tree = defaults.deepCopy();
    for (Given each : given) {
      String section = section(each.path());
      ObjectNode parent = section.isEmpty() ? tree : tree.withObject("/" + section);
      parent.set(each.path().substring(each.path().lastIndexOf('.') + 1), each.value());
    }
    try {
      return JSON.treeToValue(tree, Settings.class);
    } catch (JsonMappingException refused) {
      throw new IllegalArgumentException(sentence(refused), refused);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError("A tree needs no parsing", impossible);
    }
  }

  private static String sentence(JsonMappingException refused) {
    return String.valueOf(
        refused.getCause() instanceof IllegalArgumentException own
            ? own.getMessage()
            : refused.getOriginalMessage());
  }

  private static String section(String path) {
    return path.substring(0, Math.max(path.lastIndexOf('.'), 0));
  }
}
