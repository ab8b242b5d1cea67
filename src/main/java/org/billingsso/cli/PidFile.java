package org.billingsso.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a gateway that serves tells its process id, so that commands find it. */
record PidFile(Path path) {
  private static final Logger log = LoggerFactory.getLogger(PidFile.class);

  /**
   * Writes this process's id. A gateway that cannot be told to reload is of use all the same, so a
   * failure is only told.
   */
  void write() {
    running()
        .filter(other -> other.pid() != ProcessHandle.current().pid())
        .ifPresent(
            other ->
                log.warn(
                    "Process {} may be another gateway that uses {}: give each a pidFile of its own,"
                        + " or 'reload' reaches this one only",
                    other.pid(),
                    path));
    try {
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(path, ProcessHandle.current().pid() + "\n");
    } catch (IOException unwritable) {
      log.warn("{} cannot be written, so 'reload' will not find this gateway", path);
    }
  }

  /** Removes the file where it still tells of this process. */
  void remove() {
    try {
      if (pid().filter(pid -> pid == ProcessHandle.current().pid()).isPresent()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException left) {
      log.warn("{} could not be removed", path);
    }
  }

  /** The process that the file tells of, if that lives. */
  Optional<ProcessHandle> running() {
    return pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
  }

  private Optional<Long> pid() {
    try {
      return Optional.of(Long.parseLong(Files.readString(path).strip()));
    } catch (IOException | NumberFormatException none) {
      return Optional.empty();
    }
  }
}
