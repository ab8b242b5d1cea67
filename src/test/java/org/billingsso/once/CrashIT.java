package org.billingsso.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Random;
import org.billingsso.once.Redemption.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the packaged gateway while it issues and redeems, on its default engine. */
class CrashIT {
  private static final int ROUNDS = Integer.getInteger("crash.rounds", 50);

  @TempDir private Path directory;

  @Test
  void losesNoLinkAndLetsNobodyInTwice() throws Exception {
    Path file = directory.resolve("gateway.db");
    Random random = new Random(Crowd.seed());
    long issued = 0;
    long claimed = 0;
    long unanswered = 0;
    try (GatewayProcess gateway =
        GatewayProcess.start(
            Map.of(
                "store",
                "sqlite:" + file,
                "fusebill",
                "{linkValidity: 1h}",
                "serverKeyFile",
                directory.resolve("server.key").toString()))) {
      for (int round = 0; round < ROUNDS; round++) {
        Crowd crowd = Crowd.unhurried(gateway.address());
        killInTheMiddle(gateway, crowd, random);

        gateway.restart();

        History before = crowd.history();
        assertThat(crowd.visits()).allMatch(Visitor.Visit::isSignedIn);
        crowd.followEveryLink();
        assertThat(HistoryCheck.violations(crowd.history())).as("round %d", round).isEmpty();
        assertThat(integrity(file)).isEqualTo("ok");
        issued += before.issues().size();
        claimed += before.count(Outcome.ADMITTED);
        unanswered += before.count(Outcome.UNANSWERED);
      }
    }
    System.out.printf(
        "%d rounds: %d links issued, %d redeemed before a crash, %d redemptions cut off%n",
        ROUNDS, issued, claimed, unanswered);
    assertThat(claimed).isGreaterThanOrEqualTo(ROUNDS);
  }

  /** At some moment soon after the clients are at work. */
  private static void killInTheMiddle(GatewayProcess gateway, Crowd crowd, Random random)
      throws Exception {
    crowd.actDuring(
        random.nextLong(),
        () -> {
          crowd.awaitVisits(1 + random.nextInt(15));
          gateway.kill();
        });
  }

  private static String integrity(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
      return result.getString(1);
    }
  }
}
