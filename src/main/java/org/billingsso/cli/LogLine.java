package org.billingsso.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.billingsso.gateway.LogLevel;
import org.billingsso.journal.Causes;
import org.billingsso.journal.Printable;

/**
 * An event as one line: the time in UTC to the millisecond, the level, the class, the message in
 * {@link Printable} characters, and the {@link Causes} of what failed; whole stack traces, each
 * line of them indented, only if asked for.
 */
final class LogLine extends Formatter {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
  private static final Pattern FRAME = Pattern.compile("at [\\w.$/<>@-]+\\([\\w.: ]*\\)");
  private static final int LEVEL_WIDTH = 5;
  private static final int LONGEST_MESSAGE = 4_000;
  private static final int LONGEST_TRACE_LINE = 400;
  private static final int MOST_TRACE_LINES = 200;

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
    line.append(simpleName(String.valueOf(event.getLoggerName()))).append(" - ");
    line.append(Printable.line(String.valueOf(formatMessage(event)), LONGEST_MESSAGE));
    Throwable failure = event.getThrown();
    if (failure != null) {
      line.append(withStackTraces ? trace(failure) : ": " + Causes.of(failure));
    }
    return line.append(System.lineSeparator()).toString();
  }

  private static String trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace
        .toString()
        .lines()
        .limit(MOST_TRACE_LINES)
        .map(line -> Printable.line(line.strip(), LONGEST_TRACE_LINE))
        .map(line -> FRAME.matcher(line).matches() ? line : Causes.masked(line))
        .map(line -> System.lineSeparator() + "\t" + line)
        .collect(Collectors.joining());
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
