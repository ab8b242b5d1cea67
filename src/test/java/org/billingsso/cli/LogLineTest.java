package org.billingsso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogLineTest {
  @Test
  void anEventIsALineWithTheTimeInUtcTheLevelAndTheClass() {
    assertThat(new LogLine(false).format(event(Level.WARNING, "It waits")))
        .isEqualTo(
            "2026-11-24T12:00:00.120Z WARN  PortalSignOn - It waits" + System.lineSeparator());
  }

  @Test
  void whatAClientSentCannotBeginALineOfItsOwn() {
    assertThat(
            new LogLine(false)
                .format(event(Level.INFO, "page a\r\nb\u001b[31m \u0085\u2028\u202e {0}")))
        .isEqualTo(
            "2026-11-24T12:00:00.120Z INFO  PortalSignOn - page a\\r\\nb\\u001B[31m \\u0085\\u2028\\u202E {0}"
                + System.lineSeparator());
  }

  @Test
  void whyItFailedIsInTheLineAndAStackTraceOnlyIfItWasAskedFor() {
    LogRecord event = event(Level.SEVERE, "It failed");
    event.setThrown(new IllegalStateException("broken\n2026-11-24T12:00:00.120Z INFO  Forged"));

    assertThat(new LogLine(false).format(event).lines())
        .singleElement()
        .asString()
        .contains("ERROR PortalSignOn - It failed: java.lang.IllegalStateException: broken\\n2026")
        .contains(" at org.billingsso.cli.LogLineTest.")
        .doesNotContain("\tat ");
    assertThat(new LogLine(true).format(event))
        .contains("IllegalStateException: broken", "\tat org.billingsso.")
        .doesNotContain("\n2026");
  }

  @Test
  void aMessageOfAnyLengthIsALineOfSomeLength() {
    assertThat(new LogLine(false).format(event(Level.INFO, "x".repeat(1_000_000))))
        .hasSizeLessThan(5_000)
        .endsWith("…(+996000)" + System.lineSeparator());
  }

  private static LogRecord event(Level level, String message) {
    LogRecord event = new LogRecord(level, message);
    event.setLoggerName("org.billingsso.portal.PortalSignOn");
    event.setInstant(Instant.parse("2026-11-24T12:00:00.120400Z"));
    return event;
  }
}
