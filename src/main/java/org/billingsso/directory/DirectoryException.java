package org.billingsso.directory;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.billingsso.GatewayException;
import org.billingsso.config.Problem;

/** A directory cannot be read, with everything that is wrong with it. */
public final class DirectoryException extends GatewayException {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  /**
   * @param source the file
   * @param problems at least one
   */
  public DirectoryException(String source, List<Problem> problems) {
    super(
        problems.stream()
            .map(Problem::toString)
            .collect(joining("\n  ", "The directory " + source + " is not usable:\n  ", "")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, in the order of the file; at least one. */
  public List<Problem> problems() {
    return problems;
  }
}
