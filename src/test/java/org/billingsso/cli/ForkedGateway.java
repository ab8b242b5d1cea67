package org.billingsso.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The whole gateway in a JVM of its own, on a free port, with the demo accounts. */
public final class ForkedGateway implements AutoCloseable {
  private static final String READY = "Ready on ";

  private final Process process;
  private final URI address;

  private ForkedGateway(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts one that keeps its records in memory and waits until it is ready.
   *
   * @param jvmOption such as {@code -Xmx256m}
   * @param settings texts by the names of their environment variables
   */
  public static ForkedGateway start(String jvmOption, Map<String, String> settings)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", jvmOption));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("serve", "--port", "0", "--store", "memory:"));
    ProcessBuilder program =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    program.environment().putAll(settings);
    Process process = program.start();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        return new ForkedGateway(process, URI.create(line.substring(READY.length())));
      }
    }
    throw new IOException("The gateway did not start: " + command);
  }

  public URI address() {
    return address;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
