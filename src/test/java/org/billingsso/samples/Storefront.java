package org.billingsso.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sample's server as a process of its own. */
final class Storefront implements AutoCloseable {
  private static final Path SAMPLE = Path.of("samples/storefront");
  private static final Pattern ADDRESS = Pattern.compile("http://\\S+");

  private final Process server;
  private final URI address;

  /** Installs what it needs and starts it before that gateway. */
  Storefront(URI gateway) throws IOException, InterruptedException {
    ProcessBuilder install = process("npm", "ci", "--no-audit", "--no-fund");
    if (install.redirectOutput(Redirect.DISCARD).start().waitFor() != 0) {
      throw new IOException("npm ci failed");
    }
    ProcessBuilder start = process("node", "server.mjs");
    start.environment().put("GATEWAY", gateway.toString());
    start.environment().put("PORT", "0");
    server = start.start();
    Matcher said = ADDRESS.matcher(String.valueOf(lines().readLine()));
    if (!said.find()) {
      throw new IOException("The storefront did not say where it is");
    }
    address = URI.create(said.group());
  }

  URI page(String path) {
    return address.resolve(path);
  }

  @Override
  public void close() {
    server.destroy();
  }

  private BufferedReader lines() {
    return new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8));
  }

  private static ProcessBuilder process(String... command) {
    return new ProcessBuilder(command).directory(SAMPLE.toFile()).redirectError(Redirect.INHERIT);
  }
}
