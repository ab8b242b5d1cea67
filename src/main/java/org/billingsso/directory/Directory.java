package org.billingsso.directory;

import java.util.Map;

/** The accounts that exist: a section for each platform. Immutable. */
public final class Directory {
  private final Map<String, Object> sections;

  /**
   * @param sections what was read of each, by its name
   */
  Directory(Map<String, Object> sections) {
    this.sections = Map.copyOf(sections);
  }

  /**
   * A platform's accounts; none where the file has no such section.
   *
   * @throws IllegalArgumentException where the directory was read without that section
   */
  public <S> S section(DirectorySection<S> section) {
    Object accounts = sections.get(section.name());
    if (accounts == null) {
      throw new IllegalArgumentException("The directory was read without " + section.name());
    }
    return section.type().cast(accounts);
  }
}
