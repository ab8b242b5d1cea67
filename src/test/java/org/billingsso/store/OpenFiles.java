package org.billingsso.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The files that this process has open, as Linux tells them. */
public final class OpenFiles {
  private static final Path HANDLES = Path.of("/proc/self/fd");

  private OpenFiles() {}

  /** How many there are below a directory, deleted ones too. */
  public static long below(Path directory) {
    assumeTrue(Files.isDirectory(HANDLES), "needs Linux");
    try (Stream<Path> handles = Files.list(HANDLES)) {
      return handles.filter(handle -> isBelow(directory, handle)).count();
    } catch (IOException e) {
      throw new AssertionError("Linux does not tell", e);
    }
  }

  private static boolean isBelow(Path directory, Path handle) {
    try {
      return Files.readSymbolicLink(handle).startsWith(directory);
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }
}
