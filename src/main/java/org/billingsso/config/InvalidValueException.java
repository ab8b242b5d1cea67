package org.billingsso.config;

/**
 * What a constructor has against one of its values, so that a file is told its line: a plain {@link
 * IllegalArgumentException} is told at the line where the whole object begins.
 */
public final class InvalidValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String key;

  /**
   * @param key the name of the parameter, which is the key in the file
   * @param message what is wrong; repeats no value of the file
   */
  public InvalidValueException(String key, String message) {
    super(message);
    this.key = key;
  }

  String key() {
    return key;
  }
}
