package org.billingsso.cli;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.billingsso.gateway.Settings;
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
    System.getProperties()
        .putIfAbsent("java.util.logging.manager", LogManagerToTheEnd.class.getName());
    Logging.setLevel(Settings.DEFAULTS.logLevel());
    Thread.setDefaultUncaughtExceptionHandler(ErrorReporter::ended);
    int status = execute(InstantSource.system(), arguments);
    Logging.flush();
    System.exit(status);
  }

  static int execute(InstantSource clock, String... arguments) {
    String[] complete = withCommand(arguments);
    CommandLine main = new CommandLine(new Main());
    Map<String, Supplier<CommandLine>> commands = commands(clock);
    // Describing a command takes time: all are described only where none of them is named.
    Predicate<String> candidate =
        commands.containsKey(complete[0]) ? complete[0]::equals : any -> true;
    commands.forEach(
        (name, command) -> {
          if (candidate.test(name)) {
            main.addSubcommand(name, command.get());
          }
        });
    main.setParameterExceptionHandler(ErrorReporter::misunderstood);
    main.setExecutionExceptionHandler(ErrorReporter::failed);
    return main.execute(complete);
  }

  private static Map<String, Supplier<CommandLine>> commands(InstantSource clock) {
    Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
    commands.put("serve", () -> configured(new ServeCommand(clock), path -> true));
    commands.put("init", () -> new CommandLine(new InitCommand()));
    commands.put("try", () -> new CommandLine(new TryCommand(clock)));
    commands.put("check", () -> configured(new CheckCommand(), path -> true));
    commands.put("reload", () -> configured(new ReloadCommand(), path -> true));
    commands.put("export", () -> configured(new ExportCommand(clock), "store"::equals));
    commands.put("import", () -> configured(new ImportCommand(clock), "store"::equals));
    commands.put("login-hash", () -> configured(new LoginHashCommand(clock), "directory"::equals));
    commands.put(
        "schema",
        () -> new CommandLine(new SchemaCommand()).setCaseInsensitiveEnumValuesAllowed(true));
    return commands;
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
