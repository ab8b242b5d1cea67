package org.billingsso.cli;

import java.util.Locale;

/**
 * The names of a setting, all derived from its path in YAML: {@code twocheckout.refuseMd5} is
 * {@code BILLINGSSO_TWOCHECKOUT_REFUSE_MD5} in the environment, and {@code publicUrl} is {@code
 * --public-url} on the command line.
 */
final class SettingNames {
  /** How the names of all our environment variables begin. */
  static final String PREFIX = "BILLINGSSO_";

  private SettingNames() {}

  static String variable(String path) {
    return PREFIX + words(path, '_').toUpperCase(Locale.ROOT);
  }

  static String flag(String path) {
    return "--" + words(path, '-');
  }

  private static String words(String path, char separator) {
    return path.replaceAll("(?=[A-Z])", ".").replace('.', separator).toLowerCase(Locale.ROOT);
  }
}
