package org.billingsso.config;

import java.util.List;

/** What a YAML file says and in which line, and nothing else: a large directory has millions. */
public sealed interface Yaml {

  /** Where it begins, from 1. */
  int line();

  /**
   * A word, number or text as it is written, whatever type YAML would see in it.
   *
   * @param absent whether nothing is written, or a plain {@code null} or {@code ~}
   */
  record Scalar(String text, boolean absent, int line) implements Yaml {}

  /** A list. */
  record Sequence(List<Yaml> items, int line) implements Yaml {}

  /** Keys with values, as often as they are written. */
  record Mapping(List<Pair> entries, int line) implements Yaml {}

  /** A key and its value. */
  record Pair(String key, Yaml value) {}
}
