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

/** Has the store take over what {@link ExportCommand} wrote. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    description = {
      "Takes over the links and sessions in a file that 'export' wrote, into any engine.",
      "Where the store has a record already, the newer version of the two stays; so a second"
          + " import brings only what changed. Records that are no longer kept stay out."
    })
final class ImportCommand implements Callable<Integer> {
  private final InstantSource clock;

  @Parameters(paramLabel = "FILE", description = "Where from.")
  private Path file = Path.of("");

  @Spec private CommandSpec command;

  ImportCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Settings settings = SettingFlags.settings(command.commandLine().getParseResult());
    try (MovableStore store = settings.store().open(clock)) {
      Snapshot.Imported result = new Snapshot(file).readInto(store, clock.instant());
      command
          .commandLine()
          .getOut()
          .printf(
              "%d of the %d records in %s were new to %s.%n",
              result.restored(), result.records(), file, settings.store());
    }
    return ExitCode.OK;
  }
}
