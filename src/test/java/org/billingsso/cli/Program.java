package org.billingsso.cli;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.billingsso.config.SettingNames;

/** The packaged gateway as a process of its own, in a directory of its own. */
final class Program {
  private static final Path JAR = Path.of("target", "gateway.jar").toAbsolutePath();
  private static final int PATIENCE_SECONDS = 120;
  private static final String READY = "Ready on ";

  private final Path directory;

  Program(Path directory) {
    this.directory = directory;
  }

  /** What a run left behind. */
  record Outcome(int status, String out, String err) {}

  /** Runs it to its end. */
  Outcome run(Map<String, String> environment, String... arguments) throws Exception {
    Process process = start(environment, arguments);
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE_SECONDS, SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("It did not end: " + String.join(" ", arguments));
    }
    return new Outcome(
        process.exitValue(),
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
        errors());
  }

  Outcome run(String... arguments) throws Exception {
    return run(Map.of(), arguments);
  }

  /** A gateway that serves, and what it has printed until it was ready. */
  final class Serving implements AutoCloseable {
    private final Process process;
    private final List<String> screen = new ArrayList<>();

    private Serving(Process process) {
      this.process = process;
    }

    /** The lines up to the one that says that it is ready. */
    List<String> screen() {
      return screen;
    }

    URI address() {
      return URI.create(screen.get(screen.size() - 1).substring(READY.length()));
    }

    Process process() {
      return process;
    }

    String errors() throws IOException {
      return Program.this.errors();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  /** Starts it and waits until it says that it is ready. */
  Serving serve(String... arguments) throws Exception {
    return ready(start(Map.of(), arguments));
  }

  /** The same, but what it says on standard error waits in a pipe until somebody reads it. */
  Serving serveUnread(String... arguments) throws Exception {
    return ready(program(Map.of(), arguments).start());
  }

  /** The same as {@link #serve}, by a process that may open only so many files. */
  Serving serveWithFiles(int files, String... arguments) throws Exception {
    ProcessBuilder limited = program(Map.of(), arguments);
    List<String> command =
        new ArrayList<>(List.of("bash", "-c", "ulimit -n " + files + " && exec \"$@\"", "bash"));
    command.addAll(limited.command());
    return ready(limited.command(command).redirectError(errorFile()).start());
  }

  private Serving ready(Process process) throws IOException {
    Serving serving = new Serving(process);
    BufferedReader out =
        new BufferedReader(
            new InputStreamReader(serving.process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      serving.screen.add(line);
      if (line.startsWith(READY)) {
        return serving;
      }
    }
    throw new AssertionError("It ended before it was ready: " + errors());
  }

  private Process start(Map<String, String> environment, String... arguments) throws IOException {
    return program(environment, arguments).redirectError(errorFile()).start();
  }

  private ProcessBuilder program(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder program = new ProcessBuilder(command).directory(directory.toFile());
    program.environment().keySet().removeIf(name -> name.startsWith(SettingNames.PREFIX));
    program.environment().putAll(environment);
    return program;
  }

  private File errorFile() {
    return directory.resolve("stderr").toFile();
  }

  private String errors() throws IOException {
    return Files.readString(errorFile().toPath());
  }
}
