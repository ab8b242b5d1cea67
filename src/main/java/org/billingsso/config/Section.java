package org.billingsso.config;

import java.util.List;
import java.util.Optional;

/**
 * The part of a file that somebody else owns than the file's own type, such as a platform's
 * accounts in the directory or its settings among the settings.
 *
 * @param name its key in the file, such as {@code chargebee}
 * @param type what it is read as; the parameters of its constructor are the keys below
 * @param defaults where each value is that the file does not give; without them, {@link Default}
 *     says
 * @param rules what must be true across the section, with paths that begin at it
 */
public record Section<S>(String name, Class<S> type, Optional<S> defaults, List<Rule> rules) {
  public Section {
    rules = List.copyOf(rules);
  }

  /** A section whose values have defaults, or none, each for itself. */
  public static <S> Section<S> of(String name, Class<S> type, List<Rule> rules) {
    return new Section<>(name, type, Optional.empty(), rules);
  }

  /** A section that as a whole has defaults. */
  @SuppressWarnings("unchecked")
  public static <S extends Record> Section<S> withDefaults(String name, S defaults) {
    return new Section<>(name, (Class<S>) defaults.getClass(), Optional.of(defaults), List.of());
  }
}
