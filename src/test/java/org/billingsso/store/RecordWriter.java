package org.billingsso.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A process of its own that writes records and says so: a line for every insert and replacement
 * that the store answered with true, printed after the answer.
 */
final class RecordWriter implements AutoCloseable {
  private static final int THREADS = 8;

  private final Process process;
  private final BufferedReader lines;

  private RecordWriter(Process process) {
    this.process = process;
    this.lines = process.inputReader();
  }

  /** Writes {@code count} records of that kind in that store, the same in every process. */
  static RecordWriter start(String url, Kind kind, int count) throws IOException {
    return new RecordWriter(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RecordWriter.class.getName(),
                url,
                kind.name(),
                Integer.toString(count))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /** The next of its lines as soon as they are printed; fewer where the process ends before. */
  List<String> next(int count) {
    return Stream.generate(this::line)
        .takeWhile(line -> !line.isEmpty())
        .filter(line -> line.startsWith("inserted ") || line.startsWith("replaced "))
        .limit(count)
        .toList();
  }

  /** Empty at the end. */
  private String line() {
    try {
      String line = lines.readLine();
      return line == null ? "" : line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code kill -9}. What it printed before can still be read. */
  void kill() {
    process.toHandle().destroyForcibly();
  }

  @Override
  public void close() {
    kill();
    process.onExit().join();
  }

  private static Key key(Kind kind, String number) {
    return new Key(kind, "record-" + number);
  }

  /** Whether the store knows what that line says. */
  static boolean isKept(String line, Kind kind, Store store) {
    long version = line.startsWith("inserted") ? Entry.FIRST_VERSION : Entry.FIRST_VERSION + 1;
    return store
        .get(key(kind, line.substring(line.indexOf(' ') + 1)))
        .filter(entry -> entry.version() >= version)
        .isPresent();
  }

  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[2]);
    Kind kind = new Kind(arguments[1]);
    AtomicInteger next = new AtomicInteger();
    try (Store store = StoreUrl.parse(arguments[0]).open(InstantSource.fixed(Records.START))) {
      Race.of(THREADS, number -> () -> write(store, kind, next, count));
    }
  }

  private static boolean write(Store store, Kind kind, AtomicInteger next, int count) {
    for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
      Key key = key(kind, "" + number);
      if (store.insert(key, Records.someBody(100), Records.LATER)) {
        System.out.println("inserted " + number);
      }
      if (store.replace(key, Entry.FIRST_VERSION, Records.someBody(100), Records.LATER)) {
        System.out.println("replaced " + number);
      }
    }
    return true;
  }
}
