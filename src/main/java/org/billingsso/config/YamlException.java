package org.billingsso.config;

/** A text is not YAML. */
final class YamlException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;

  /**
   * @param message repeats nothing of the text
   * @param line where reading stopped, from 1; 0 where that is not known
   */
  YamlException(String message, int line) {
    super(message);
    this.line = line;
  }

  int line() {
    return line;
  }
}
