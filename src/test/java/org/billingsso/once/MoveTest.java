package org.billingsso.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.billingsso.cli.RunningGateway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gateway moves to another engine: most while it serves, the rest while it is stopped. */
class MoveTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "SQLITE, POSTGRESQL",
    "POSTGRESQL, REDIS",
    "REDIS, REDIS_CLUSTER",
    "REDIS_CLUSTER, SQLITE"
  })
  void losesNoLinkAndLetsNobodyInTwice(Engine from, Engine to) throws Exception {
    try (Engine.Started source = from.start();
        Engine.Started target = to.start()) {
      int port = GatewayProcess.freePort();
      Crowd crowd = Crowd.unhurried(URI.create("http://127.0.0.1:" + port));
      try (RunningGateway before = gateway(source, port)) {
        crowd.actDuring(
            Crowd.seed(),
            () -> {
              crowd.awaitVisits(20);
              move(source, target);
              crowd.awaitVisits(20);
            });
        assertThat(before.address().getPort()).isEqualTo(port);
      }

      move(source, target);

      try (RunningGateway after = gateway(target, port)) {
        crowd.followEveryLink();
        assertThat(HistoryCheck.violations(crowd.history())).isEmpty();
        assertThat(crowd.visits()).allMatch(Visitor.Visit::isSignedIn);
        assertThat(after.address().getPort()).isEqualTo(port);
      }
    }
  }

  private void move(Engine.Started source, Engine.Started target) {
    String file = directory.resolve("records.jsonl").toString();
    assertThat(RunningGateway.command("export", "--store", source.url(), file)).isZero();
    assertThat(RunningGateway.command("import", "--store", target.url(), file)).isZero();
  }

  private static RunningGateway gateway(Engine.Started engine, int port) {
    return RunningGateway.start(
        InstantSource.system(),
        Map.of("store", engine.url(), "port", "" + port, "fusebill.linkValidity", "1h"));
  }
}
