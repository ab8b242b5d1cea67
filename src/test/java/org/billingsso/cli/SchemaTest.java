package org.billingsso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.billingsso.cli.SchemaCommand.Schema;
import org.billingsso.gateway.Platforms;
import org.billingsso.gateway.Settings;
import org.billingsso.gateway.SettingsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** What editors are told about the files is what the gateway reads. */
class SchemaTest {
  private static final Path DEMO = Path.of("src/main/resources/demo-directory.yaml");

  @ParameterizedTest
  @EnumSource
  void inTheDocumentationIsTheOneOfTheCode(Schema schema) throws Exception {
    assertThat(Path.of("docs/schema").resolve(schema.file()))
        .as("write it anew with: bin/gateway schema %s", schema)
        .hasContent(schema.json());
  }

  @ParameterizedTest
  @EnumSource
  void isASchemaOfItsDraft(Schema schema) {
    assertThat(
            JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of(VersionFlag.V202012.getId()))
                .validate(schema.json(), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void takesTheDemoDirectory() throws Exception {
    assertThat(problems(Schema.DIRECTORY, Files.readString(DEMO))).isEmpty();
  }

  @Test
  void takesWhatAnOperatorStartsWith() {
    assertThat(problems(Schema.DIRECTORY, StarterFiles.directory())).isEmpty();
    assertThat(problems(Schema.SETTINGS, starter())).isEmpty();
  }

  @Test
  void takesEachDefaultAsTheGatewayDoes(@TempDir Path folder) throws Exception {
    String everything =
        starter()
            .lines()
            .filter(line -> line.matches("#(  )?[a-zA-Z0-9]+: .+|#[a-z]+:")) // not: "#publicUrl:"
            .map(line -> line.substring(1) + "\n")
            .reduce("", String::concat);
    Path file = Files.writeString(folder.resolve("gateway.yaml"), everything);

    assertThat(everything).contains("\nport: 8080\n", "  refuseMd5: false\n");
    assertThat(problems(Schema.SETTINGS, everything)).isEmpty();
    assertThat(
            new SettingsReader(Platforms.ALL)
                .read(Optional.of(file), Map.of(), Map.of())
                .orElseThrow(SettingsException::new))
        .isEqualTo(Settings.DEFAULTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SETTINGS  | prot: 1
          SETTINGS  | port: high
          SETTINGS  | keepRecordsFor: 10 minutes
          SETTINGS  | twocheckout: { wsdl: both }
          SETTINGS  | publicUrl: sso.example.com
          DIRECTORY | nobody: {}
          DIRECTORY | chargebee: { sites: [{ name: Not a label }] }
          DIRECTORY | chargebee: { sites: [{ apiKeys: [key] }] }
          DIRECTORY | fusebill: { accounts: [{ name: a, customers: [{ id: one }] }] }
          """)
  void refusesWhatTheGatewayRefuses(Schema schema, String yaml) {
    assertThat(problems(schema, yaml)).isNotEmpty();
  }

  private static String starter() {
    return StarterFiles.settings(
        new SettingsReader(Platforms.ALL).settings(), Path.of("directory.yaml"));
  }

  private static Set<ValidationMessage> problems(Schema schema, String yaml) {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(schema.json(), InputFormat.JSON)
        .validate(asEditorsRead(yaml));
  }

  /** With what aliases stand for, and values of YAML 1.2's core schema. */
  private static JsonNode asEditorsRead(String yaml) {
    Resolver core =
        new Resolver() {
          @Override
          protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|false"), "tf");
            addImplicitResolver(Tag.INT, Pattern.compile("[-+]?[0-9]+"), "-+0123456789");
            addImplicitResolver(Tag.NULL, Pattern.compile("~|null|"), "~n\0");
          }
        };
    DumperOptions unused = new DumperOptions();
    LoaderOptions options = new LoaderOptions();
    Yaml reader =
        new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, core);
    return new ObjectMapper().valueToTree(reader.<Object>load(yaml));
  }
}
