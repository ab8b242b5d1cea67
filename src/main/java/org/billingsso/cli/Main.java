package org.billingsso.cli;

import java.time.InstantSource;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The program: one command line with a command in it, {@code serve} where it names none. */
@Command(
    name = "gateway",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "[COMMAND]",
    description = {
      "Speaks the single sign-on APIs of billing platforms and hands out one-time login links.",
      "Without a command it serves; 'gateway serve --help' tells the options."
    })
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    System.exit(commandLine(InstantSource.system()).execute(withCommand(arguments)));
  }

  static CommandLine commandLine(InstantSource clock) {
    CommandLine main = new CommandLine(new Main());
    main.addSubcommand(configured(new ServeCommand(clock), path -> true));
    main.addSubcommand(new TryCommand(clock));
    main.addSubcommand(configured(new CheckCommand(), path -> true));
    main.addSubcommand(configured(new ExportCommand(clock), "store"::equals));
    main.addSubcommand(configured(new ImportCommand(clock), "store"::equals));
    main.addSubcommand(configured(new LoginHashCommand(clock), "directory"::equals));
    main.setParameterExceptionHandler(Complaints::misunderstood);
    main.setExecutionExceptionHandler(Complaints::failed);
    return main;
  }

  private static CommandLine configured(Object command, Predicate<String> settings) {
    CommandLine commandLine = new CommandLine(command);
    SettingFlags.addTo(commandLine.getCommandSpec(), settings);
    return commandLine;
  }

  /** {@code serve} before options that follow no command. */
  private static String[] withCommand(String[] arguments) {
    boolean complete =
        arguments.length > 0
            && (!arguments[0].startsWith("-")
                || Stream.of("-h", "--help", "-V", "--version").anyMatch(arguments[0]::equals));
    return complete
        ? arguments
        : Stream.concat(Stream.of("serve"), Stream.of(arguments)).toArray(String[]::new);
  }

  /** The version in the jar's manifest. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {
        "Billing SSO Gateway " + (version == null ? "(not packaged)" : version),
        "Java " + Runtime.version()
      };
    }
  }
}
