package org.billingsso.config;

import java.util.Locale;

/**
 * The names of a setting, all derived from its path in YAML: {@code twocheckout.refuseMd5} is
 * {@code BILLINGSSO_TWOCHECKOUT_REFUSE_MD5} in the environment, and {@code publicUrl} is {@code
 * --public-url} on the command line.
 */
public final class SettingNames {
  /** How the names of all our environment variables begin. */
  public static final String PREFIX = "BILLINGSSO_";

  /** Names the file; the only one of our environment variables that is not a setting. */
  public static final String FILE_VARIABLE = PREFIX + "CONFIG";

  private SettingNames() {}

  /** Whether a variable that is no setting's name was meant to be one. */
  static boolean isStray(String variable) {
    return variable.startsWith(PREFIX) && !variable.equals(FILE_VARIABLE);
  }

  /** The environment variable of a setting. */
  public static String variable(String path) {
    return PREFIX + words(path, '_').toUpperCase(Locale.ROOT);
  }

  /** The flag of a setting, where it has one. */
  public static String flag(String path) {
    return "--" + words(path, '-');
  }

  private static String words(String path, char separator) {
    return path.replaceAll("(?=[A-Z])", ".").replace('.', separator).toLowerCase(Locale.ROOT);
  }
}
