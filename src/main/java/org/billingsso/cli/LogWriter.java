package org.billingsso.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Writes the log on a thread of its own, so that a log which nobody reads holds up nobody who logs.
 * Lines that there is no room for meanwhile are counted, and how many they were is a line in their
 * place.
 */
final class LogWriter extends Handler {
  private static final int MOST_LINES_WAITING = 4_096;
  private static final Duration LONGEST_FLUSH = Duration.ofSeconds(1);

  private final LineQueue queue = new LineQueue(MOST_LINES_WAITING);
  private final OutputStream out;

  private LogWriter(OutputStream out) {
    this.out = out;
  }

  /** Writes to that stream from now on. */
  static LogWriter to(OutputStream out) {
    LogWriter writer = new LogWriter(out);
    Thread thread = new Thread(writer::writeAll, "log");
    thread.setDaemon(true);
    thread.start();
    return writer;
  }

  @Override
  public void publish(LogRecord event) {
    if (isLoggable(event)) {
      queue.add(getFormatter().format(event));
    }
  }

  /** Waits for what was logged to be written, but not for long. */
  @Override
  public void flush() {
    try {
      queue.awaitWritten(LONGEST_FLUSH);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    flush();
  }

  private void writeAll() {
    try {
      while (true) {
        write(queue.take());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(LineQueue.Batch batch) {
    try {
      StringBuilder text = new StringBuilder();
      batch.lines().forEach(text::append);
      if (batch.leftOut() > 0) {
        text.append(getFormatter().format(leftOut(batch.leftOut())));
      }
      out.write(text.toString().getBytes(UTF_8));
      out.flush();
    } catch (IOException | RuntimeException | Error lost) {
      // There is nowhere to say it, and the next line may get through.
    }
  }

  private static LogRecord leftOut(long lines) {
    LogRecord event =
        new LogRecord(
            Level.WARNING,
            "%d lines were left out here: the log was not read as fast as it was written"
                .formatted(lines));
    event.setLoggerName(LogWriter.class.getName());
    return event;
  }
}
