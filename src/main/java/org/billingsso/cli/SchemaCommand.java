package org.billingsso.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.billingsso.config.JsonSchema;
import org.billingsso.directory.Directory;
import org.billingsso.gateway.Platforms;
import org.billingsso.gateway.Settings;
import org.billingsso.gateway.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what editors need to complete and check a file while it is written. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = "Prints the JSON Schema of the settings or of the directory, for editors.")
final class SchemaCommand implements Callable<Integer> {

  /** The files that there are. */
  enum Schema {
    SETTINGS,
    DIRECTORY;

    /** The schema as it is in {@code docs/schema}. */
    String json() {
      DefaultIndenter indent = new DefaultIndenter("  ", "\n");
      DefaultPrettyPrinter printer =
          new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
      try {
        return new ObjectMapper().writer(printer).writeValueAsString(schema()) + "\n";
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("Maps are always JSON", e);
      }
    }

    private Map<String, Object> schema() {
      return switch (this) {
        case SETTINGS ->
            JsonSchema.of(
                new SettingsReader(Platforms.ALL).binder(),
                Settings.class,
                "Settings of the Billing SSO Gateway");
        case DIRECTORY ->
            JsonSchema.of(
                Platforms.DIRECTORY.binder(),
                Directory.class,
                "Accounts that the Billing SSO Gateway serves");
      };
    }

    /** The name of its file. */
    String file() {
      return this + ".schema.json";
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(paramLabel = "FILE", description = "${COMPLETION-CANDIDATES}.")
  private Schema schema = Schema.SETTINGS;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    out.print(schema.json());
    out.flush();
    return 0;
  }
}
