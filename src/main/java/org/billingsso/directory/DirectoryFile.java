package org.billingsso.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.billingsso.config.Binder;
import org.billingsso.config.Reading;
import org.billingsso.config.Section;
import org.billingsso.config.ValueTypes;
import org.billingsso.config.YamlFile;
import org.billingsso.config.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads a directory from YAML. It has a key for each section, and below it keys that are the names
 * of the types' values, such as {@code chargebee: {sites: [{name: …}]}}; the demo directory shows
 * all of them.
 */
public final class DirectoryFile {
  /** The types of an account's values. */
  public static final ValueTypes TYPES =
      ValueTypes.EXACT
          .with(Secret.class, "a text that is not empty", Secret::of)
          .with(EmailAddress.class, "an e-mail address", EmailAddress::new, "^[^@ ]+@[^@ ]+$")
          .with(
              CountryCode.class,
              "a country's two capital letters in ISO 3166-1",
              CountryCode::new,
              "^[A-Z]{2}$")
          .with(
              Money.class,
              "an amount and a currency such as 39.95 EUR",
              Money::parse,
              "^-?[0-9]{1,15}(\\.[0-9]{1,4})? [A-Z]{3}$");

  private static final String DEMO = "/demo-directory.yaml";

  private final Binder binder;
  private @Nullable Directory demo;

  /**
   * @param sections that the file may have
   */
  public DirectoryFile(List<Section<?>> sections) {
    this.binder = new Binder(TYPES, sections);
  }

  /** What {@link org.billingsso.config.JsonSchema} needs to know. */
  public Binder binder() {
    return binder;
  }

  /** The directory in a file, or everything that is wrong with it. */
  public Reading<Directory> read(Path file) {
    return YamlFile.read(file).then(this::bind);
  }

  /** The directory in a text, or everything that is wrong with it. */
  public Reading<Directory> parse(String yaml) {
    return YamlFile.parse("text", yaml).then(this::bind);
  }

  /** The accounts that a start without configuration serves; they are read once. */
  public synchronized Directory demo() {
    if (demo == null) {
      demo = readDemo();
    }
    return demo;
  }

  private Directory readDemo() {
    try (InputStream file =
        Objects.requireNonNull(DirectoryFile.class.getResourceAsStream(DEMO), DEMO)) {
      return YamlFile.parse(DEMO, new String(file.readAllBytes(), UTF_8))
          .then(this::bind)
          .orElseThrow(problems -> new DirectoryException(DEMO, problems));
    } catch (IOException e) {
      throw new UncheckedIOException("The jar's own demo directory cannot be read", e);
    }
  }

  private Reading<Directory> bind(YamlNode root) {
    return binder.bind(Directory.class, root);
  }
}
