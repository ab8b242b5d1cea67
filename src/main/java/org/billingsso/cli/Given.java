package org.billingsso.cli;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One setting as somebody gave it.
 *
 * @param path its name in YAML, such as {@code twocheckout.refuseMd5}; not necessarily a known one
 * @param value not yet judged
 * @param origin where it was given, such as {@code gateway.yaml:3} or {@code --port}
 */
record Given(String path, JsonNode value, String origin) {

  SettingProblem problem(String message) {
    return new SettingProblem(origin, path + ": " + message);
  }
}
