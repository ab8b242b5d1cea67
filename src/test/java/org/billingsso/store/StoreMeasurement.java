package org.billingsso.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/**
 * Measures what a record costs in each engine, with a thousand, a hundred thousand and a million of
 * them alive, and prints the table of {@code docs/stores.md}. Servers are started for it, on this
 * machine. Arguments: the engines' names; all of them where there is none.
 */
final class StoreMeasurement {
  private static final List<String> ENGINES = List.of("memory", "sqlite", "postgresql", "redis");
  private static final int[] ALIVE = {1_000, 100_000, 1_000_000};
  private static final int SAMPLES = 2_000;
  private static final int THREADS = 64;
  private static final Kind KIND = new Kind("login-link");

  private final String engine;
  private final Store store;
  private final LongSupplier bytes;
  private final Instant later = InstantSource.system().instant().plus(Duration.ofDays(30));
  private final AtomicInteger inserted = new AtomicInteger();

  private StoreMeasurement(String engine, Store store, LongSupplier bytes) {
    this.engine = engine;
    this.store = store;
    this.bytes = bytes;
  }

  public static void main(String[] arguments) throws Exception {
    System.out.println(
        "| engine | records | bytes each | insert, us | get, us | replace, us |"
            + " inserts/s of 64 | get and replace/s of 64 |");
    System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|");
    for (String engine : arguments.length == 0 ? ENGINES : List.of(arguments)) {
      measure(engine);
    }
  }

  private static void measure(String engine) throws Exception {
    switch (engine) {
      case "memory" -> run(engine, "memory:", StoreMeasurement::heap);
      case "sqlite" -> {
        Path file = Files.createTempDirectory("measured").resolve("gateway.db");
        run(engine, "sqlite:" + file, () -> size(file));
      }
      case "postgresql" -> {
        try (PostgresServer server = PostgresServer.start()) {
          run(engine, server.url("postgres"), () -> tableSize(server));
        }
      }
      case "redis" -> {
        try (RedisProcess server = RedisProcess.start("appendonly yes", "appendfsync always")) {
          run(engine, server.url(), () -> usedMemory(server));
        }
      }
      default -> throw new IllegalArgumentException("Engines are " + ENGINES);
    }
  }

  private static void run(String engine, String url, LongSupplier bytes) throws Exception {
    try (Store store = StoreUrl.parse(url).open(InstantSource.system())) {
      StoreMeasurement measurement = new StoreMeasurement(engine, store, bytes);
      long before = bytes.getAsLong();
      for (int alive : ALIVE) {
        measurement.row(alive, before);
      }
    }
  }

  private void row(int alive, long before) throws Exception {
    together(alive - inserted.get(), this::insertNext);
    long each = (bytes.getAsLong() - before) / alive;
    System.out.printf(
        Locale.ROOT,
        "| %s | %,d | %d | %.0f | %.0f | %.0f | %,.0f | %,.0f |%n",
        engine,
        alive,
        each,
        median(this::insertNext),
        median(i -> store.get(anyKey())),
        median(i -> store.replace(key(alive + i), 1, body(), later)),
        together(10 * SAMPLES, this::insertNext),
        together(10 * SAMPLES, i -> replaceAny()));
  }

  private void insertNext(int unused) {
    store.insert(key(inserted.getAndIncrement()), body(), later);
  }

  private void replaceAny() {
    Key key = anyKey();
    Entry entry = store.get(key).orElseThrow();
    store.replace(key, entry.version(), body(), later);
  }

  private Key anyKey() {
    return key(ThreadLocalRandom.current().nextInt(inserted.get()));
  }

  /** A hash, as the core makes it of a token. */
  private static Key key(int number) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(Integer.toString(number).getBytes(StandardCharsets.US_ASCII));
      return new Key(KIND, HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] body() {
    byte[] body = new byte[100];
    ThreadLocalRandom.current().nextBytes(body);
    return body;
  }

  /** In microseconds, of one thread. */
  private static double median(IntConsumer operation) {
    long[] nanos = new long[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      long began = System.nanoTime();
      operation.accept(i);
      nanos[i] = System.nanoTime() - began;
    }
    Arrays.sort(nanos);
    return nanos[SAMPLES / 2] / 1e3;
  }

  /** How many a second, of many threads. */
  private static double together(int times, IntConsumer operation) throws Exception {
    AtomicInteger next = new AtomicInteger();
    long began = System.nanoTime();
    Race.of(
        THREADS,
        number ->
            () -> {
              for (int i = next.getAndIncrement(); i < times; i = next.getAndIncrement()) {
                operation.accept(i);
              }
              return true;
            });
    return times / ((System.nanoTime() - began) / 1e9);
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Of all pages, also those that are in the log still. */
  private static long size(Path file) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet size =
            statement.executeQuery(
                "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")) {
      return size.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long tableSize(PostgresServer server) {
    try {
      return server.number("SELECT coalesce(pg_total_relation_size('gateway.record'), 0)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long usedMemory(RedisProcess server) {
    String memory = server.ask(jedis -> jedis.info("memory"));
    return memory
        .lines()
        .filter(line -> line.startsWith("used_memory:"))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
        .sum();
  }
}
