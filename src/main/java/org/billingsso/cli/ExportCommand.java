package org.billingsso.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.billingsso.gateway.Settings;
import org.billingsso.gateway.Snapshot;
import org.billingsso.store.MovableStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes everything that the store has to a file, for {@link ImportCommand}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    description = {
      "Writes all links and sessions of the store to a file, also while gateways use it.",
      "Tokens are in it as hashes, as they are in the store; names and addresses of people are in"
          + " it, too."
    })
final class ExportCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Parameters(paramLabel = "FILE", description = "Where to; replaced where it exists.")
  private Path file = Path.of("");

  @Spec private CommandSpec command;

  ExportCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Settings settings = SettingFlags.settings(command.commandLine().getParseResult());
    try (MovableStore store = settings.store().open(clock)) {
      long records = new Snapshot(file).write(store);
      command
          .commandLine()
          .getOut()
          .printf("%d records of %s are in %s.%n", records, settings.store(), file);
    }
    return ExitCode.OK;
  }
}
