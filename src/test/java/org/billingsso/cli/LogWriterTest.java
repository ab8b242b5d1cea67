package org.billingsso.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogWriterTest {
  private static final int MANY = 10_000;
  private static final Pattern LEFT_OUT = Pattern.compile(" (\\d+) lines were left out here: ");

  private final Blocked stream = new Blocked();
  private final LogWriter log = LogWriter.to(stream);

  LogWriterTest() {
    log.setFormatter(new LogLine(false));
  }

  @Test
  void whoLogsDoesNotWaitAndWhatWasLeftOutIsToldInItsPlace() {
    IntStream.range(0, MANY).forEach(this::log);
    log.flush(); // Does not hang either.
    assertThat(stream.text()).isEmpty();

    stream.released.countDown();
    await().until(() -> LEFT_OUT.matcher(stream.text()).find());
    log(MANY);
    log.flush();

    List<String> lines = stream.text().lines().toList();
    int kept = lines.size() - 2;
    Matcher leftOut = LEFT_OUT.matcher(lines.get(kept));
    assertThat(leftOut.find()).isTrue();
    assertThat(Integer.parseInt(leftOut.group(1))).isEqualTo(MANY - kept);
    assertThat(IntStream.range(0, kept)).allMatch(n -> lines.get(n).endsWith("line " + n));
    assertThat(lines.get(kept + 1)).endsWith("line " + MANY);
  }

  @Test
  void aLineThatCouldNotBeWrittenIsNotTheLast() {
    stream.fails = true;
    stream.released.countDown();
    log(1);
    log.flush();
    stream.fails = false;
    log(2);
    log.flush();

    assertThat(stream.text()).doesNotContain("line 1").contains("line 2");
  }

  private void log(int number) {
    LogRecord event = new LogRecord(Level.INFO, "line " + number);
    event.setLoggerName("Test");
    log.publish(event);
  }

  /** A stream that nobody reads until it is released. */
  private static final class Blocked extends OutputStream {
    private final CountDownLatch released = new CountDownLatch(1);
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private volatile boolean fails;

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
      try {
        released.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      if (fails) {
        throw new IOException("The reader has gone");
      }
      written.write(bytes, start, length);
    }

    String text() {
      return written.toString(StandardCharsets.UTF_8);
    }
  }
}
