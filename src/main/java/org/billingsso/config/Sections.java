package org.billingsso.config;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of each section. As the last parameter of a constructor it stands for the keys of
 * all sections that the {@link Binder} knows.
 *
 * @param values by the names of the sections
 */
public record Sections(Map<String, Object> values) {
  public Sections {
    values = Map.copyOf(values);
  }

  /**
   * The defaults of sections that have some.
   *
   * @throws java.util.NoSuchElementException where one has none
   */
  public static Sections defaults(List<Section<?>> sections) {
    return new Sections(
        sections.stream().collect(toMap(Section::name, each -> each.defaults().orElseThrow())));
  }

  /** What was read of one; nothing where the file was read without it. */
  public <S> Optional<S> find(Section<S> section) {
    return Optional.ofNullable(values.get(section.name())).map(section.type()::cast);
  }
}
