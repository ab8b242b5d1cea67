package org.billingsso.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How events are logged: one line each on standard error, in UTC, without control characters that a
 * client may have sent; stack traces at {@link LogLevel#DEBUG} only. Libraries are heard from
 * {@code WARN} on. Where there is a configuration file of Logback's, that counts instead.
 */
public final class Logging extends ContextAwareBase implements Configurator {
  private static final String LINE =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %logger{0} - "
          + "%replace(%msg){'\\p{Cntrl}+', ' '}%n";

  /** Called by Logback when the first event is about to be logged. */
  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (hasConfigurationFile()) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    set(Settings.DEFAULTS.logLevel(), context);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** Logs that much from now on. */
  static void setLevel(LogLevel level) {
    if (!hasConfigurationFile() && LoggerFactory.getILoggerFactory() instanceof LoggerContext us) {
      us.reset();
      set(level, us);
    }
  }

  private static void set(LogLevel level, LoggerContext context) {
    PatternLayoutEncoder lines = new PatternLayoutEncoder();
    lines.setContext(context);
    lines.setPattern(LINE + (level == LogLevel.DEBUG ? "%ex" : "%nopex"));
    lines.start();
    ConsoleAppender<ILoggingEvent> standardError = new ConsoleAppender<>();
    standardError.setContext(context);
    standardError.setTarget("System.err");
    standardError.setEncoder(lines);
    standardError.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(standardError);
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    // What a connection pool says of a lost server, the store says better, once.
    context.getLogger("com.zaxxer.hikari").setLevel(Level.ERROR);
    context.getLogger("org.billingsso").setLevel(Level.toLevel(level.name()));
  }

  private static boolean hasConfigurationFile() {
    return System.getProperty("logback.configurationFile") != null
        || Stream.of("/logback.xml", "/logback-test.xml")
            .anyMatch(file -> Logging.class.getResource(file) != null);
  }
}
