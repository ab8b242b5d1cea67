package org.billingsso;

import org.billingsso.directory.Directory;
import org.billingsso.directory.DirectorySection;
import org.billingsso.gateway.Platforms;

/** One platform's accounts, for tests of that platform. */
public final class Accounts {
  private static final Directory DEMO = Platforms.DIRECTORY.demo();

  private Accounts() {}

  /** Those of the demo directory. */
  public static <S> S demo(DirectorySection<S> platform) {
    return DEMO.section(platform);
  }

  /** Those of a directory that is given as text. */
  public static <S> S of(DirectorySection<S> platform, String yaml) {
    return Platforms.DIRECTORY.parse(yaml).section(platform);
  }
}
