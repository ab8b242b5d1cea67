package org.billingsso.cli;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.billingsso.GatewayException;
import org.billingsso.config.Problem;

/** The configuration cannot be used, with everything that is wrong with it. */
final class SettingsException extends GatewayException {
  private static final long serialVersionUID = 1;

  SettingsException(List<Problem> problems) {
    super(
        problems.stream()
            .map(Problem::toString)
            .collect(joining("\n  ", "The configuration is not usable:\n  ", "")));
  }
}
