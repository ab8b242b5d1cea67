package org.billingsso.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/**
 * An event as one line: the time in UTC to the millisecond, the level, the class, the message
 * without the control characters that a client may have sent; with stack traces only if asked for.
 */
final class LogLine extends Formatter {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");
  private static final int LEVEL_WIDTH = 5;

  private final boolean withStackTraces;

  LogLine(boolean withStackTraces) {
    this.withStackTraces = withStackTraces;
  }

  @Override
  public String format(LogRecord event) {
    String level = level(event.getLevel()).name();
    StringBuilder line = new StringBuilder();
    TIME.formatTo(event.getInstant(), line);
    line.append(' ').append(level).append(" ".repeat(LEVEL_WIDTH - level.length() + 1));
    line.append(simpleName(event.getLoggerName())).append(" - ");
    line.append(CONTROLS.matcher(formatMessage(event)).replaceAll(" "));
    line.append(System.lineSeparator());
    if (withStackTraces && event.getThrown() != null) {
      StringWriter trace = new StringWriter();
      event.getThrown().printStackTrace(new PrintWriter(trace));
      line.append(trace);
    }
    return line.toString();
  }

  private static LogLevel level(Level logged) {
    int value = logged.intValue();
    if (value >= Level.SEVERE.intValue()) {
      return LogLevel.ERROR;
    }
    if (value >= Level.WARNING.intValue()) {
      return LogLevel.WARN;
    }
    return value >= Level.INFO.intValue() ? LogLevel.INFO : LogLevel.DEBUG;
  }

  private static String simpleName(String logger) {
    return logger.substring(logger.lastIndexOf('.') + 1);
  }
}
