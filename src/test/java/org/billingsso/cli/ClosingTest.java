package org.billingsso.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosingTest {
  @TempDir private Path directory;

  @Test
  void theStoreIsClosedAlsoWhereTheServerDoesNotStopInAnOrderlyWay() throws IOException {
    Path database = directory.resolve("gateway.db");
    RunningGateway gateway =
        RunningGateway.start(InstantSource.system(), Map.of("store", "sqlite:" + database));
    Path openOnly = directory.resolve("gateway.db-wal");
    gateway.address().resolve("/health/ready").toURL().openStream().close(); // Writes a record.
    assertThat(Files.exists(openOnly)).isTrue();

    Thread.currentThread().interrupt(); // It cannot wait for what runs.
    assertThatThrownBy(gateway::close).isInstanceOf(IllegalStateException.class);

    assertThat(Files.exists(openOnly)).isFalse();
    assertThat(Thread.interrupted()).isFalse();
  }
}
