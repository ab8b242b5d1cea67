package org.billingsso.directory;

/**
 * One thing that is wrong with a directory.
 *
 * @param path where, such as {@code twocheckout.merchants[0].code}; empty for the whole file
 * @param line of the file, from 1; 0 where there is no line to point at
 * @param message what is wrong; never repeats a value of the file
 */
public record Problem(String path, int line, String message) {

  @Override
  public String toString() {
    return (line == 0 ? "" : "line " + line + ": ") + (path.isEmpty() ? "" : path + " ") + message;
  }
}
