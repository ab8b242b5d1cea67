package org.billingsso.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.billingsso.config.SettingNames;
import org.billingsso.gateway.Platforms;
import org.billingsso.gateway.Settings;
import org.billingsso.gateway.SettingsReader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The configuration on the command line: the file, and a flag for each of the common settings. The
 * flags' texts are judged where those of the file and the environment are.
 */
final class SettingFlags {
  private static final String FILE = "--config";

  private record Flag(String path, String value, String description) {
    OptionSpec spec() {
      OptionSpec.Builder flag =
          OptionSpec.builder(SettingNames.flag(path)).description(description);
      return value.isEmpty()
          ? flag.type(boolean.class).build()
          : flag.type(String.class).paramLabel(value).build();
    }
  }

  private static final List<Flag> FLAGS =
      List.of(
          new Flag("host", "ADDRESS", "Where to listen (default: %s).".formatted(usual().host())),
          new Flag(
              "port",
              "PORT",
              "Where to listen; 0 picks a free port (default: %s).".formatted(usual().port())),
          new Flag(
              "store",
              "URL",
              "Where links and sessions are kept, such as memory: (default: %s)."
                  .formatted(usual().store())),
          new Flag(
              "directory",
              "FILE",
              "The accounts that exist, in YAML (default: the demo accounts)."),
          new Flag(
              "publicUrl",
              "URL",
              "Where clients find the gateway (default: where each request says it went)."),
          new Flag("allowDemoDirectory", "", "Serve the demo accounts to other machines, too."),
          new Flag(
              "logLevel",
              "LEVEL",
              "error, warn, info or debug, on standard error (default: info)."));

  private SettingFlags() {}

  private static Settings usual() {
    return Settings.DEFAULTS;
  }

  /** Gives a command the option for the file and the flags of those settings. */
  static void addTo(CommandSpec command, Predicate<String> paths) {
    command.addOption(
        OptionSpec.builder(FILE)
            .type(Path.class)
            .paramLabel("FILE")
            .defaultValue("${env:%s}".formatted(SettingNames.FILE_VARIABLE))
            .description("Settings in YAML; variables BILLINGSSO_... and flags come before it.")
            .build());
    FLAGS.stream()
        .filter(flag -> paths.test(flag.path()))
        .forEach(flag -> command.addOption(flag.spec()));
  }

  /**
   * The settings that hold for a command that has these options.
   *
   * @throws SettingsException with everything that is wrong
   */
  static Settings settings(ParseResult commandLine) {
    Map<String, String> given = new LinkedHashMap<>();
    for (Flag flag : FLAGS) {
      Object value = commandLine.matchedOptionValue(SettingNames.flag(flag.path()), null);
      if (value != null) {
        given.put(flag.path(), value.toString());
      }
    }
    Path file = commandLine.commandSpec().findOption(FILE).getValue();
    return new SettingsReader(Platforms.ALL)
        .read(Optional.ofNullable(file), System.getenv(), given)
        .orElseThrow(SettingsException::new);
  }
}
