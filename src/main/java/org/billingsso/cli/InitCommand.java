package org.billingsso.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.billingsso.gateway.Platforms;
import org.billingsso.gateway.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a configuration to begin with. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    description = {
      "Writes gateway.yaml and directory.yaml to begin with, with comments and fresh secrets,",
      "and the schemas that let an editor complete and check them. Overwrites nothing."
    },
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {"0:the files are written", "2:a file is already there, or cannot be written"})
final class InitCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = "",
      description = "Where to write them (default: here).")
  private Path folder = Path.of("");

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    Path settings = folder.resolve("gateway.yaml");
    Path directory = folder.resolve("directory.yaml");
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(
        settings, StarterFiles.settings(new SettingsReader(Platforms.ALL).settings(), directory));
    files.put(directory, StarterFiles.directory());
    for (SchemaCommand.Schema schema : SchemaCommand.Schema.values()) {
      files.put(folder.resolve("schema").resolve(schema.file()), schema.json());
    }
    List<Path> inTheWay =
        files.keySet().stream()
            .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
            .toList();
    if (!inTheWay.isEmpty()) {
      throw wrong("%s is already there; nothing was written".formatted(inTheWay.get(0)));
    }
    files.forEach(this::write);
    tellWhatIsNext(files, settings, directory);
    return 0;
  }

  private void write(Path file, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.createFile(file, forTheOwner(file));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw wrong("%s cannot be written: %s".formatted(file, e));
    }
  }

  private static FileAttribute<?>[] forTheOwner(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private void tellWhatIsNext(Map<Path, String> files, Path settings, Path directory) {
    PrintWriter out = command.commandLine().getOut();
    files.keySet().forEach(file -> out.println("Wrote " + file));
    out.printf(
        """

        Next:
          1. put your accounts into %s
          2. gateway check --config %s
          3. gateway serve --config %2$s
        """,
        directory, settings);
    out.flush();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }
}
