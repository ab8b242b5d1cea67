package org.billingsso.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.billingsso.store.Records.LATER;
import static org.billingsso.store.Records.body;
import static org.billingsso.store.Records.someKey;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import org.billingsso.NeedsClient;
import org.billingsso.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Redis engine over TLS, with Debian's server, since the one from Maven has none. */
@NeedsClient({"redis-server", "openssl"})
class RedisTlsTest {
  private static final String TRUST_STORE = "javax.net.ssl.trustStore";
  private static final String PASSWORD = "javax.net.ssl.trustStorePassword";

  @TempDir private Path directory;
  private Process server;
  private int port;

  @BeforeEach
  void startServer() throws Exception {
    run("openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=redis"
            + " -addext subjectAltName=DNS:localhost -keyout key -out certificate")
        .waitFor();
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    server =
        run(
            "redis-server --port 0 --bind 127.0.0.1 --appendonly yes --tls-port "
                + port
                + " --tls-auth-clients no --tls-cert-file certificate --tls-key-file key"
                + " --tls-ca-cert-file certificate");
    await().until(this::listens);
  }

  @AfterEach
  void stopServer() {
    System.clearProperty(TRUST_STORE);
    System.clearProperty(PASSWORD);
    server.destroyForcibly();
  }

  @Test
  void aServerWithATrustedCertificateKeepsRecords() throws Exception {
    trustTheCertificate();
    Key key = someKey();

    try (Store store = open("localhost")) {
      assertThat(store.insert(key, body("one"), LATER)).isTrue();
      assertThat(store.replace(key, 1, body("two"), LATER)).isTrue();
    }

    try (Store again = open("localhost")) {
      assertThat(again.get(key).orElseThrow().body()).isEqualTo(body("two"));
    }
  }

  @Test
  void aServerWhoseCertificateNobodyTrustsIsRefused() {
    assertThatThrownBy(() -> open("localhost"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("does not prove over TLS that it is that server")
        .hasMessageContaining(TRUST_STORE);
  }

  @Test
  void aServerWithTheCertificateOfAnotherHostIsRefused() throws Exception {
    trustTheCertificate();

    assertThatThrownBy(() -> open("127.0.0.1"))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("does not prove over TLS that it is that server");
  }

  private Store open(String host) {
    return StoreUrl.parse("rediss://" + host + ":" + port).open(new TestClock());
  }

  private void trustTheCertificate() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream certificate = Files.newInputStream(directory.resolve("certificate"))) {
      trusted.setCertificateEntry(
          "redis", CertificateFactory.getInstance("X.509").generateCertificate(certificate));
    }
    Path file = directory.resolve("trusted");
    try (OutputStream out = Files.newOutputStream(file)) {
      trusted.store(out, "changeit".toCharArray());
    }
    System.setProperty(TRUST_STORE, file.toString());
    System.setProperty(PASSWORD, "changeit");
  }

  private boolean listens() {
    try (Socket unused = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private Process run(String command) throws IOException {
    return new ProcessBuilder(command.split(" "))
        .directory(directory.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
