package org.billingsso.directory;

import org.billingsso.config.Section;
import org.billingsso.config.Sections;

/** The accounts that exist: a section for each platform. Immutable. */
public record Directory(Sections platforms) {

  /**
   * A platform's accounts; none where the file has no such section.
   *
   * @throws IllegalArgumentException where the directory was read without that section
   */
  public <S> S section(Section<S> platform) {
    return platforms
        .find(platform)
        .orElseThrow(
            () ->
                new IllegalArgumentException("The directory was read without " + platform.name()));
  }
}
