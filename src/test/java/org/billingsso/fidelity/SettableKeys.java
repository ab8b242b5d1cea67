package org.billingsso.fidelity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Set;
import org.billingsso.config.JsonSchema;
import org.billingsso.directory.Directory;
import org.billingsso.gateway.Platforms;
import org.billingsso.gateway.SettingsReader;

/** What an operator can set. */
final class SettableKeys {
  private final Set<String> paths = new HashSet<>();

  /**
   * The paths of all settings, and of all keys of the directory, such as {@code
   * planhat.tenants[].issueShape}.
   */
  static Set<String> all() {
    SettableKeys keys = new SettableKeys();
    new SettingsReader(Platforms.ALL).settings().forEach(setting -> keys.paths.add(setting.path()));
    JsonNode directory =
        new ObjectMapper()
            .valueToTree(JsonSchema.of(Platforms.DIRECTORY.binder(), Directory.class, "Accounts"));
    keys.add("", directory, directory.path("$defs"));
    return keys.paths;
  }

  private void add(String path, JsonNode schema, JsonNode definitions) {
    String reference = schema.path("$ref").asText();
    if (!reference.isEmpty()) {
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      add(path, definitions.path(name), definitions);
    }
    if (schema.has("items")) {
      add(path + "[]", schema.path("items"), definitions);
    }
    for (var property : schema.path("properties").properties()) {
      String below = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
      paths.add(below);
      add(below, property.getValue(), definitions);
    }
  }
}
