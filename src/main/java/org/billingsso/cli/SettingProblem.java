package org.billingsso.cli;

/**
 * One thing that is wrong with the configuration.
 *
 * @param origin where it was given, such as {@code gateway.yaml:3}, {@code BILLINGSSO_PORT} or
 *     {@code --port}
 * @param message which setting it is and what is wrong with it
 */
record SettingProblem(String origin, String message) {
  @Override
  public String toString() {
    return origin + "  " + message;
  }
}
