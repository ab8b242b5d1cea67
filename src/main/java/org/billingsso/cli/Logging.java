package org.billingsso.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.billingsso.gateway.LogLevel;

/**
 * What is logged: the gateway's own events of a level and above, those of libraries from {@code
 * WARN} on, as {@link LogLine}s on standard error. Where the JVM was given a configuration for
 * {@code java.util.logging}, that counts instead.
 */
final class Logging {
  // The JDK forgets the level of a logger that nobody holds.
  private static final Logger ALL = Logger.getLogger("");
  private static final Logger GATEWAY = Logger.getLogger("org.billingsso");
  private static final Logger POOL = Logger.getLogger("com.zaxxer.hikari");

  /** Made when it is first needed. */
  private static final class StandardError {
    static final LogWriter LOG = LogWriter.to(new FileOutputStream(FileDescriptor.err));
  }

  private Logging() {}

  /** Logs that much from now on. */
  static void setLevel(LogLevel level) {
    if (System.getProperty("java.util.logging.config.file") != null
        || System.getProperty("java.util.logging.config.class") != null) {
      return;
    }
    for (Handler usual : ALL.getHandlers()) {
      ALL.removeHandler(usual);
    }
    StandardError.LOG.setFormatter(new LogLine(level == LogLevel.DEBUG));
    ALL.addHandler(StandardError.LOG);
    ALL.setLevel(Level.WARNING);
    GATEWAY.setLevel(ofJdk(level));
    // What a connection pool says of a lost server, the store says better, once.
    POOL.setLevel(Level.SEVERE);
  }

  /** Waits for what was logged to be written, but not for long where nobody reads it. */
  static void flush() {
    for (Handler handler : ALL.getHandlers()) {
      handler.flush();
    }
  }

  private static Level ofJdk(LogLevel level) {
    return switch (level) {
      case ERROR -> Level.SEVERE;
      case WARN -> Level.WARNING;
      case INFO -> Level.INFO;
      case DEBUG -> Level.FINE;
    };
  }
}
