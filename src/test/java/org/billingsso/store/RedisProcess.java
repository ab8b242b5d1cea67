package org.billingsso.store;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.core.ExecutableProvider;

/** A real Redis server of this test's own, which can be killed and started again on its data. */
public final class RedisProcess implements AutoCloseable {
  private static final File BINARY = unpacked();

  private final HostAndPort address;
  private final List<String> command = new ArrayList<>();
  private final Path data;
  private Process process;

  private RedisProcess(List<String> settings) throws IOException {
    this.address = new HostAndPort("127.0.0.1", freePort());
    this.data = Files.createTempDirectory("redis");
    command.addAll(List.of(BINARY.getAbsolutePath(), "--port", "" + address.getPort()));
    command.addAll(List.of("--bind", "127.0.0.1", "--save", ""));
    settings.forEach(setting -> command.addAll(List.of(("--" + setting).split(" "))));
    this.process = run();
  }

  private static File unpacked() {
    try {
      return ExecutableProvider.newJarResourceProvider().get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With settings such as {@code appendonly yes}. */
  public static RedisProcess start(String... settings) throws IOException {
    return new RedisProcess(List.of(settings));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort() % 40_000 + 10_000;
    }
  }

  private Process run() throws IOException {
    Process started =
        new ProcessBuilder(command)
            .directory(data.toFile())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    await().until(this::isUp);
    return started;
  }

  HostAndPort address() {
    return address;
  }

  public String url() {
    return "redis://" + address;
  }

  <T> T ask(Function<Jedis, T> question) {
    try (Jedis jedis = new Jedis(address)) {
      return question.apply(jedis);
    }
  }

  /** How many connections gateways have to it. */
  public long connections() {
    return ask(
        jedis ->
            jedis
                .clientList()
                .lines()
                .filter(line -> line.contains("billing-sso-gateway"))
                .count());
  }

  /** {@code kill -9}. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  public void restart() {
    try {
      process = run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isUp() {
    try {
      return ask(Jedis::ping).equals("PONG");
    } catch (JedisAccessControlException up) {
      return true;
    } catch (JedisException e) {
      return false;
    }
  }

  @Override
  public void close() {
    kill();
  }
}
