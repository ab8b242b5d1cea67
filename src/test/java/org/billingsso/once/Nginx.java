package org.billingsso.once;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** nginx before two gateways, as {@code samples/deploy/nginx.conf} has it. */
final class Nginx implements AutoCloseable {
  private static final Path SAMPLE = Path.of("samples/deploy/nginx.conf");

  private final URI address;
  private final Process process;

  private Nginx(URI address, Process process) {
    this.address = address;
    this.process = process;
  }

  /**
   * Starts it.
   *
   * @param directory for its files
   * @param address {@code https://localhost:} and a free port
   */
  static Nginx start(Path directory, URI address, URI oneNode, URI otherNode)
      throws IOException, InterruptedException {
    String sample = Files.readString(SAMPLE);
    Path certificate = directory.resolve("sso.example.com");
    makeCertificate(certificate);
    Path config =
        Files.writeString(
            directory.resolve("nginx.conf"),
            sample
                .replace("/run/nginx.pid", directory.resolve("nginx.pid").toString())
                .replace("/etc/nginx/tls/sso.example.com", certificate.toString())
                .replace("listen 443", "listen " + address.getPort())
                .replace("10.0.0.11:8080", oneNode.getAuthority())
                .replace("10.0.0.12:8080", otherNode.getAuthority()));
    Process process =
        run("nginx", "-e", "stderr", "-p", directory + "/", "-c", config + "", "-g", "daemon off;");
    await().until(() -> Http.send(Http.to(address.resolve("/health/live"))).isPresent());
    return new Nginx(address, process);
  }

  private static void makeCertificate(Path path) throws IOException, InterruptedException {
    List<String> request =
        List.of(
            ("openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost"
                    + " -addext subjectAltName=DNS:localhost -keyout %s.key -out %s.crt")
                .formatted(path, path)
                .split(" "));
    if (run(request.toArray(String[]::new)).waitFor() != 0) {
      throw new IOException("No certificate was made");
    }
  }

  private static Process run(String... command) throws IOException {
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  URI address() {
    return address;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
