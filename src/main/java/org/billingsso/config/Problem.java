package org.billingsso.config;

/**
 * One thing that is wrong with a file, a variable or a flag.
 *
 * @param origin the file, or the name of the variable or flag
 * @param line of the file, from 1; 0 where there is no line to point at
 * @param path where, such as {@code twocheckout.merchants[0].code}; empty for the whole
 * @param message what is wrong; never repeats a value of the directory
 */
public record Problem(String origin, int line, String path, String message) {

  @Override
  public String toString() {
    return origin
        + (line == 0 ? "" : ":" + line)
        + "  "
        + (path.isEmpty() ? "" : path + ": ")
        + message;
  }
}
