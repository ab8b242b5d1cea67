package org.billingsso.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which settings there are, by their paths in YAML. */
final class KnownSettings {
  private final Map<String, Shape.Property> settings = new LinkedHashMap<>();

  KnownSettings(Binder binder, Class<?> type) {
    collect(binder, "", type);
  }

  private void collect(Binder binder, String prefix, Class<?> type) {
    for (Shape.Property key : binder.shape(type).keys().values()) {
      if (isSection(binder, key.type())) {
        collect(binder, prefix + key.name() + ".", (Class<?>) key.type());
      } else {
        settings.put(prefix + key.name(), key);
      }
    }
  }

  private static boolean isSection(Binder binder, Type type) {
    return type instanceof Class<?> plain && binder.types().find(plain).isEmpty();
  }

  List<KnownSetting> all() {
    return settings.entrySet().stream()
        .map(
            each ->
                new KnownSetting(
                    each.getKey(),
                    each.getValue().description(),
                    each.getValue().absent().flatMap(Written::asText)))
        .toList();
  }

  /** The paths of all settings. */
  Set<String> paths() {
    return settings.keySet();
  }

  boolean isList(String path) {
    Shape.Property setting = settings.get(path);
    return setting != null
        && setting.type() instanceof ParameterizedType generic
        && generic.getRawType() == List.class;
  }

  /** Whether there are settings below that path. */
  boolean isSection(String path) {
    return paths().stream().anyMatch(each -> each.startsWith(path + "."));
  }
}
