package org.billingsso.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What a class logs meanwhile. */
public final class CapturedLog extends Handler implements AutoCloseable {
  private final Logger logger;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private final @Nullable Level before;

  private CapturedLog(Logger logger) {
    this.logger = logger;
    this.before = logger.getLevel();
    logger.addHandler(this);
  }

  /** What tests log otherwise too: warnings and errors. */
  public static CapturedLog of(Class<?> source) {
    return new CapturedLog(Logger.getLogger(source.getName()));
  }

  /** The same, and what an operator reads besides. */
  public static CapturedLog withInfoOf(Class<?> source) {
    CapturedLog log = of(source);
    log.logger.setLevel(Level.INFO);
    return log;
  }

  public List<String> lines() {
    return lines;
  }

  @Override
  public void publish(LogRecord event) {
    lines.add(event.getMessage());
  }

  @Override
  public void flush() {
    // Nothing is held back.
  }

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setLevel(before);
  }
}
