package org.billingsso.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.billingsso.config.Reading.Unusable;
import org.billingsso.config.Reading.Usable;

/** Reads files and texts in YAML, without a judgement on what they say. */
public final class YamlFile {
  private YamlFile() {}

  /** The one document in a file in UTF-8. */
  public static Reading<YamlNode> read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      return unreadable(file, "does not exist");
    } catch (CharacterCodingException e) {
      return unreadable(file, "is not in UTF-8");
    } catch (IOException e) {
      return unreadable(file, "cannot be read");
    }
  }

  /**
   * The one document in a text; an empty mapping where there is none.
   *
   * @param origin what problems name as its place
   */
  public static Reading<YamlNode> parse(String origin, String text) {
    try {
      return new Usable<>(YamlNode.root(origin, YamlReader.read(text)));
    } catch (YamlException e) {
      return unusable(new Problem(origin, e.line(), "", String.valueOf(e.getMessage())));
    }
  }

  private static Reading<YamlNode> unreadable(Path file, String message) {
    return unusable(new Problem(file.toString(), 0, "", message));
  }

  private static Reading<YamlNode> unusable(Problem problem) {
    return new Unusable<>(List.of(problem));
  }
}
