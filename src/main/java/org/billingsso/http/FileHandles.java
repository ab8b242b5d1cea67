package org.billingsso.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many files and connections the operating system lets this process open. */
final class FileHandles {
  private static final Logger log = LoggerFactory.getLogger(FileHandles.class);
  private static final Path LIMITS = Path.of("/proc/self/limits");
  private static final Path OPEN = Path.of("/proc/self/fd");
  private static final Pattern OPEN_FILES = Pattern.compile("(?m)^Max open files +(\\d{1,9}) ");

  private FileHandles() {}

  /**
   * How many connections there can be of so many: three for four files that may still be opened,
   * since the store needs some too.
   */
  static int connectionsOf(int wanted) {
    OptionalInt files = most();
    int possible = files.isEmpty() ? wanted : Math.max(1, (files.getAsInt() - open()) / 4 * 3);
    if (possible >= wanted) {
      return wanted;
    }
    log.warn(
        "This process may open {} files, so that only {} connections are accepted at once instead of the {} of"
            + " maximumConnections; raise its limit (ulimit -n, LimitNOFILE of systemd), or set maximumConnections lower",
        files.getAsInt(),
        possible,
        wanted);
    return possible;
  }

  private static int open() {
    String[] open = OPEN.toFile().list();
    return open == null ? 0 : open.length;
  }

  /** Where the operating system tells; managed beans would, and cost a tenth of a second. */
  private static OptionalInt most() {
    try {
      return OPEN_FILES
          .matcher(Files.readString(LIMITS))
          .results()
          .map(line -> line.group(1))
          .mapToInt(Integer::parseInt)
          .findFirst();
    } catch (IOException notLinux) {
      return OptionalInt.empty();
    }
  }
}
