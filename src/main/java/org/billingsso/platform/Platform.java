package org.billingsso.platform;

import java.util.Optional;
import org.billingsso.config.Section;
import org.billingsso.http.Routes;

/**
 * A billing platform whose API and portals the gateway serves.
 *
 * @param <A> its accounts: its section of the directory
 * @param <S> its settings: its section of the configuration, a public record
 */
public interface Platform<A, S> {

  /** Where the directory has its accounts, and how they are read. */
  Section<A> accounts();

  /** Where the settings have its own, with their defaults. */
  Section<S> settings();

  /** Adds everything that it answers in one world. */
  void mount(Installation<A, S> installation, Routes routes);

  /** What of it does not work, fit for everybody's eyes; empty: all does, or may yet. */
  default Optional<String> problem() {
    return Optional.empty();
  }

  /** The name of its sections in both files, such as {@code chargebee}. */
  default String name() {
    return accounts().name();
  }
}
