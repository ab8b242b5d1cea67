package org.billingsso.cli;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads settings from YAML and remembers on which line each was. */
final class SettingsFile {
  private static final ObjectMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Path file;
  private final Predicate<String> isSection;
  private final List<Given> given = new ArrayList<>();

  private SettingsFile(Path file, Predicate<String> isSection) {
    this.file = file;
    this.isSection = isSection;
  }

  /**
   * The settings in the file, in its order, known or not.
   *
   * @param isSection whether a path has settings below it
   * @throws SettingsException where it cannot be read as a mapping in YAML
   */
  static List<Given> read(Path file, Predicate<String> isSection) {
    SettingsFile reader = new SettingsFile(file, isSection);
    try (JsonParser parser = YAML.createParser(Files.readString(file))) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_OBJECT) {
        reader.readSection(parser, "");
      } else if (first != null) {
        throw reader.unreadable("", "must be a mapping of names to values");
      }
      return reader.given;
    } catch (JsonProcessingException malformed) {
      throw reader.malformed(malformed);
    } catch (NoSuchFileException missing) {
      throw reader.unreadable("", "There is no such file");
    } catch (IOException unreadable) {
      throw reader.unreadable("", "The file cannot be read as text in UTF-8");
    }
  }

  private void readSection(JsonParser parser, String prefix) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String path = prefix + parser.currentName();
      String origin = file + ":" + parser.currentTokenLocation().getLineNr();
      if (parser.nextToken() == JsonToken.START_OBJECT && isSection.test(path)) {
        readSection(parser, path + ".");
      } else {
        JsonNode value = parser.readValueAsTree();
        if (!value.isNull()) {
          given.add(new Given(path, value, origin));
        }
      }
    }
  }

  private SettingsException malformed(JsonProcessingException malformed) {
    String line = malformed.getLocation() == null ? "" : ":" + malformed.getLocation().getLineNr();
    String why =
        malformed
            .getOriginalMessage()
            .lines()
            .filter(sentence -> !sentence.startsWith(" "))
            .collect(joining(", "));
    return unreadable(line, "This is not YAML: " + why);
  }

  private SettingsException unreadable(String line, String message) {
    return new SettingsException(List.of(new SettingProblem(file + line, message)));
  }
}
