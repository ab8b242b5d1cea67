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
  static final Kind KIND = new Kind("written");
  private static final int THREADS = 8;

  private final Process process;
  private final BufferedReader lines;

  private RecordWriter(Process process) {
    this.process = process;
    this.lines = process.inputReader();
  }

  /** Writes the records 0 to {@code count}, in that store. */
  static RecordWriter start(String url, int count) throws IOException {
    return new RecordWriter(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RecordWriter.class.getName(),
                url,
                Integer.toString(count))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** The next lines as soon as they are printed; fewer where the process ends before. */
  List<String> next(int count) {
    return Stream.generate(this::line).limit(count).takeWhile(line -> !line.isEmpty()).toList();
  }

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

  static Key key(String number) {
    return new Key(KIND, "record-" + number);
  }

  public static void main(String[] arguments) throws Exception {
    int count = Integer.parseInt(arguments[1]);
    AtomicInteger next = new AtomicInteger();
    try (Store store = StoreUrl.parse(arguments[0]).open(InstantSource.fixed(Records.START))) {
      Race.of(THREADS, number -> () -> write(store, next, count));
    }
  }

  private static boolean write(Store store, AtomicInteger next, int count) {
    for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
      Key key = key("" + number);
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
