package org.billingsso.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.billingsso.gateway.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Has a gateway that serves read its configuration and directory again. */
@Command(
    name = "reload",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    description = {
      "Checks the configuration and the directory, and has the gateway that serves here take them",
      "over: accounts and the platforms' settings. Links and sessions of accounts that are still",
      "there go on."
    },
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:the gateway was told, and its log says what came of it",
      "1:no gateway serves here",
      "2:something is wrong with the files, and the gateway was not told"
    })
final class ReloadCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Settings settings = SettingFlags.settings(command.commandLine().getParseResult());
    settings.accounts();
    PrintWriter out = command.commandLine().getOut();
    PidFile file = new PidFile(settings.pidFile());
    if (file.running().isEmpty()) {
      command
          .commandLine()
          .getErr()
          .printf(
              "No gateway serves here: %s tells of none. Give the same --config as to serve.%n",
              file.path());
      return ExitCode.SOFTWARE;
    }
    long pid = file.running().orElseThrow().pid();
    Process kill = new ProcessBuilder("kill", "-HUP", Long.toString(pid)).inheritIO().start();
    if (kill.waitFor() != 0) {
      return ExitCode.SOFTWARE;
    }
    out.printf("The gateway (process %d) reads its configuration again.%n", pid);
    return ExitCode.OK;
  }
}
