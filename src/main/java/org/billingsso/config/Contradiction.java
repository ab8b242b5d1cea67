package org.billingsso.config;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Settings that are possible each but make no sense, or no safe gateway, together.
 *
 * @param path of the setting to be changed first
 */
public record Contradiction(String path, String message) {

  /**
   * What settings have against themselves, and the sections below them.
   *
   * @param types of those that are one value and no section
   */
  static Stream<Contradiction> in(Record settings, ValueTypes types) {
    Stream<Contradiction> own =
        settings instanceof CrossChecked checked ? checked.contradictions() : Stream.empty();
    return Stream.concat(
        own,
        Arrays.stream(settings.getClass().getRecordComponents())
            .filter(each -> each.getType().isRecord() && types.find(each.getType()).isEmpty())
            .map(RecordComponent::getName)
            .flatMap(name -> below(name, Binder.component(settings, name), types)));
  }

  private static Stream<Contradiction> below(String name, Object value, ValueTypes types) {
    return value instanceof Sections sections
        ? sections.values().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(section -> below(section.getKey(), section.getValue(), types))
        : in((Record) value, types)
            .map(found -> new Contradiction(name + "." + found.path(), found.message()));
  }
}
