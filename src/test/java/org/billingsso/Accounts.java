package org.billingsso;

import org.billingsso.config.Section;
import org.billingsso.directory.Directory;
import org.billingsso.directory.DirectoryException;
import org.billingsso.gateway.Platforms;

/** One platform's accounts, for tests of that platform. */
public final class Accounts {
  private static final Directory DEMO = Platforms.DIRECTORY.demo();

  private Accounts() {}

  /** Those of the demo directory. */
  public static <S> S demo(Section<S> platform) {
    return DEMO.section(platform);
  }

  /** All of a directory that is given as text. */
  public static Directory directory(String yaml) {
    return Platforms.DIRECTORY
        .parse(yaml)
        .orElseThrow(problems -> new DirectoryException("text", problems));
  }

  /** Those of a directory that is given as text. */
  public static <S> S of(Section<S> platform, String yaml) {
    return directory(yaml).section(platform);
  }
}
