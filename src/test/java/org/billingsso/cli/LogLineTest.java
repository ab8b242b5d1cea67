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
    assertThat(new LogLine(false).format(event(Level.INFO, "page a\r\nb\u001b[31m {0}")))
        .isEqualTo(
            "2026-11-24T12:00:00.120Z INFO  PortalSignOn - page a b [31m {0}"
                + System.lineSeparator());
  }

  @Test
  void aStackTraceIsThereOnlyIfItWasAskedFor() {
    LogRecord event = event(Level.SEVERE, "It failed");
    event.setThrown(new IllegalStateException("broken"));

    assertThat(new LogLine(false).format(event))
        .doesNotContain("broken")
        .contains("ERROR PortalSignOn");
    assertThat(new LogLine(true).format(event))
        .contains("IllegalStateException: broken", "at org.");
  }

  private static LogRecord event(Level level, String message) {
    LogRecord event = new LogRecord(level, message);
    event.setLoggerName("org.billingsso.portal.PortalSignOn");
    event.setInstant(Instant.parse("2026-11-24T12:00:00.120400Z"));
    return event;
  }
}
