package org.billingsso.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a directory from YAML. It has a key for each section, and below it keys that are the names
 * of the types' values, such as {@code chargebee: {sites: [{name: …}]}}; the demo directory shows
 * all of them.
 *
 * @param sections that the file may have
 */
public record DirectoryFile(List<DirectorySection<?>> sections) {
  private static final String DEMO = "/demo-directory.yaml";

  public DirectoryFile {
    sections = List.copyOf(sections);
  }

  /**
   * The directory in a file.
   *
   * @throws DirectoryException with everything that is wrong with it
   */
  public Directory read(Path file) {
    try {
      return read(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw unreadable(file, "does not exist");
    } catch (CharacterCodingException e) {
      throw unreadable(file, "is not in UTF-8");
    } catch (IOException e) {
      throw unreadable(file, "cannot be read");
    }
  }

  /**
   * The directory in a text.
   *
   * @throws DirectoryException with everything that is wrong with it
   */
  public Directory parse(String yaml) {
    return read("given as text", yaml);
  }

  /** The accounts that a start without configuration serves. */
  public Directory demo() {
    try (InputStream file =
        Objects.requireNonNull(DirectoryFile.class.getResourceAsStream(DEMO), DEMO)) {
      return read(DEMO, new String(file.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The jar's own demo directory cannot be read", e);
    }
  }

  private Directory read(String source, String text) {
    YamlNode root = root(source, text);
    Binder binder = new Binder();
    Optional<Directory> directory = binder.bind(sections, root);
    List<Problem> problems =
        Stream.concat(
                binder.problems().stream(),
                sections.stream().flatMap(section -> broken(section, root)))
            .sorted(Comparator.comparingInt(Problem::line))
            .toList();
    if (!problems.isEmpty()) {
      throw new DirectoryException(source, problems);
    }
    return directory.orElseThrow();
  }

  private static Stream<Problem> broken(DirectorySection<?> section, YamlNode root) {
    return root.select(section.name())
        .flatMap(node -> section.rules().stream().flatMap(rule -> rule.check(node)));
  }

  private static YamlNode root(String source, String text) {
    try {
      return YamlNode.root(YamlReader.read(text));
    } catch (YamlException e) {
      throw new DirectoryException(source, List.of(e.problem()));
    }
  }

  private static DirectoryException unreadable(Path file, String message) {
    return new DirectoryException(file.toString(), List.of(new Problem("", 0, message)));
  }
}
