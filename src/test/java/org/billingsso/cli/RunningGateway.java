package org.billingsso.cli;

import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.billingsso.gateway.Gateway;
import org.billingsso.gateway.Platforms;
import org.billingsso.gateway.Settings;
import org.billingsso.gateway.SettingsReader;

/** The whole gateway in this process, on a free port, with the demo accounts. */
public final class RunningGateway implements AutoCloseable {
  private final Gateway gateway;

  private RunningGateway(Gateway gateway) {
    this.gateway = gateway;
  }

  /**
   * Starts one.
   *
   * @param settings texts by their paths
   */
  public static RunningGateway start(InstantSource clock, Map<String, String> settings) {
    Map<String, String> given = new HashMap<>(settings);
    given.putIfAbsent("port", "0");
    given.putIfAbsent("serverKeyFile", "target/test-server.key");
    Settings read =
        new SettingsReader(Platforms.ALL)
            .read(Optional.empty(), Map.of(), given)
            .orElseThrow(SettingsException::new);
    return new RunningGateway(
        Gateway.builder().settings(read).accounts(Platforms.DIRECTORY.demo()).clock(clock).start());
  }

  /** The exit status of a command of the gateway's command line. */
  public static int command(String... arguments) {
    return Main.execute(InstantSource.system(), arguments);
  }

  public URI address() {
    return gateway.address();
  }

  @Override
  public void close() {
    gateway.close();
  }
}
