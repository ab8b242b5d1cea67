package org.billingsso.config;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What came of reading a configuration: the value, or everything that is wrong with it. */
public sealed interface Reading<T> {

  /** It can be used. */
  record Usable<T>(T value) implements Reading<T> {}

  /**
   * It cannot be used.
   *
   * @param problems at least one
   */
  record Unusable<T>(List<Problem> problems) implements Reading<T> {
    public Unusable {
      problems = List.copyOf(problems);
    }
  }

  /** The value where there are no problems. */
  static <T> Reading<T> of(Optional<T> value, List<Problem> problems) {
    return problems.isEmpty() ? new Usable<>(value.orElseThrow()) : new Unusable<>(problems);
  }

  /** What comes of reading on, where it can be used. */
  default <U> Reading<U> then(Function<T, Reading<U>> next) {
    return this instanceof Usable<T> usable
        ? next.apply(usable.value())
        : new Unusable<>(((Unusable<T>) this).problems());
  }

  /**
   * The value.
   *
   * @throws X made of the problems, where it cannot be used
   */
  default <X extends RuntimeException> T orElseThrow(Function<List<Problem>, X> because) {
    if (this instanceof Unusable<T> unusable) {
      throw because.apply(unusable.problems());
    }
    return ((Usable<T>) this).value();
  }
}
