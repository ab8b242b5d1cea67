package org.billingsso.once;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The packaged gateway as a process of its own, which can be killed and started again. */
final class GatewayProcess implements AutoCloseable {
  private static final String READY = "Ready on ";

  private final ProcessBuilder command;
  private final URI address;
  private Process process;

  private GatewayProcess(int port, Map<String, String> settings) throws IOException {
    Path config = Files.createTempFile("gateway", ".yaml");
    StringBuilder yaml = new StringBuilder("port: " + port + "\n");
    settings.forEach((name, value) -> yaml.append(name).append(": ").append(value).append('\n'));
    Files.writeString(config, yaml);
    address = URI.create("http://127.0.0.1:" + port);
    command =
        new ProcessBuilder("bin/gateway", "--config", config.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    command.environment().put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
    process = run();
  }

  /**
   * Starts one and waits until it is ready.
   *
   * @param settings values in YAML by their names
   */
  static GatewayProcess start(Map<String, String> settings) throws IOException {
    return new GatewayProcess(freePort(), settings);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  URI address() {
    return address;
  }

  /** {@code kill -9}. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** On the same port, with the same settings. */
  void restart() throws IOException {
    process = run();
  }

  private Process run() throws IOException {
    Process started = command.start();
    if (started.inputReader().lines().noneMatch(line -> line.startsWith(READY))) {
      throw new IOException("The gateway did not start: " + command.command());
    }
    return started;
  }

  @Override
  public void close() {
    kill();
  }
}
