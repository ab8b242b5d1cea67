package org.billingsso.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.billingsso.cli.RunningGateway;
import org.billingsso.journal.OutcomeLog;
import org.billingsso.once.Redemption.Outcome;
import org.billingsso.store.CapturedLog;
import org.billingsso.store.Mount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the default engine fails under a gateway that runs on, and recovers. */
class TroubledDiskTest {
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir private Path directory;

  @Test
  void fullIsTheDialectsOwnErrorUntilThereIsRoom() throws Exception {
    try (Mount disk = Mount.tinyDisk(Files.createDirectory(directory.resolve("disk")));
        RunningGateway gateway = on(disk.file("gateway.db"))) {
      TwoCheckoutBackEnd backEnd = backEnd(gateway.address());
      String session = backEnd.login();
      String used = backEnd.issue();
      String unused = backEnd.issue();
      Visitor.Visit visit = Visitor.follow(used);
      disk.fill();

      assertReported(gateway.address(), session, "gateway.db is full. Make room");

      disk.makeRoom();

      awaitReady(gateway.address());
      assertThat(visit.isSignedIn()).isTrue();
      assertThat(Visitor.follow(used).outcome()).isEqualTo(Outcome.USED);
      assertThat(Visitor.follow(unused).confirmed()).isEqualTo(Outcome.ADMITTED);
      assertThat(Visitor.follow(backEnd.issue()).confirmed()).isEqualTo(Outcome.ADMITTED);
    }
  }

  @Test
  void readOnlyIsTheDialectsOwnErrorUntilItCanBeWritten() throws Exception {
    Path file = directory.resolve("gateway.db");
    String session;
    try (RunningGateway before = on(file)) {
      session = backEnd(before.address()).login();
    }
    try (RunningGateway gateway = on(file)) { // It has not opened the file for writing yet.
      try (Mount readOnly = Mount.readOnly(file)) {
        assertReported(gateway.address(), session, "gateway.db cannot be written");
      }

      awaitReady(gateway.address());
      assertThat(Visitor.follow(backEnd(gateway.address()).issue()).confirmed())
          .isEqualTo(Outcome.ADMITTED);
    }
  }

  private static RunningGateway on(Path file) {
    return RunningGateway.start(CLOCK, Map.of("store", "sqlite:" + file));
  }

  private static TwoCheckoutBackEnd backEnd(URI gateway) {
    return new TwoCheckoutBackEnd(gateway, CLOCK, Duration.ofHours(1));
  }

  private static void assertReported(URI gateway, String session, String logged) {
    try (CapturedLog log = CapturedLog.of(OutcomeLog.class)) {
      JsonNode error = firstError(backEnd(gateway), session);
      assertThat(error.path("message").asText())
          .isEqualTo("Cannot save security token. Please try again.");
      assertThat(log.lines()).anySatisfy(line -> assertThat(line).contains(logged));
    }
    assertThat(health(gateway)).isEqualTo(503);
  }

  /** What was written already leaves some room. */
  private static JsonNode firstError(TwoCheckoutBackEnd backEnd, String session) {
    return await()
        .until(
            () -> backEnd.call("getSingleSignOn", List.of(session, "DC47E143FA")).path("error"),
            JsonNode::isObject);
  }

  /** Soon: an answer counts for a second. */
  private static void awaitReady(URI gateway) {
    await().atMost(Duration.ofSeconds(2)).until(() -> health(gateway) == 200);
  }

  private static int health(URI gateway) {
    return Http.send(Http.to(gateway.resolve("/health/ready"))).orElseThrow().statusCode();
  }
}
