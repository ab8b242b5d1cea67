package org.billingsso.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.billingsso.directory.Secret;
import org.billingsso.gateway.Gateway;
import org.billingsso.gateway.Platforms;
import org.billingsso.gateway.Settings;
import org.billingsso.twocheckout.HashAlgorithm;
import org.billingsso.twocheckout.LoginHash;
import org.junit.jupiter.api.Test;

/**
 * Catches a slip to a fraction of the speed on any machine: the gateway and a bare handler of the
 * same HTTP server answer by turns, and only their ratio counts. It grows while the JVM compiles,
 * so it is enough that it is reached once.
 */
class JsonRpcSpeedTest {
  private static final double ENOUGH = 0.4;
  private static final int CALLS = 500;
  private static final int MOST_ROUNDS = 60;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  @Test
  void issuingALinkIsNotMuchSlowerThanAnsweringAtAll() throws Exception {
    InstantSource clock = InstantSource.system();
    try (Gateway gateway =
            Gateway.builder()
                .settings(Settings.ofOneProcess())
                .accounts(Platforms.DIRECTORY.demo())
                .clock(clock)
                .start();
        Connection ours = new Connection(gateway.address())) {
      String session = result(ours.post(login(DATE.format(clock.instant()))));
      String issue = call("getSingleSignOn", session, "DC47E143FA");
      try (BareServer server = new BareServer(ours.post(issue).length());
          Connection bare = new Connection(server.address())) {
        assertThat(bestShare(ours, bare, issue)).isGreaterThan(ENOUGH);
      }
    }
  }

  private static double bestShare(Connection ours, Connection bare, String call)
      throws IOException {
    double best = 0;
    for (int round = 0; round < MOST_ROUNDS && best <= ENOUGH; round++) {
      best = Math.max(best, (double) nanos(bare, call) / nanos(ours, call));
    }
    return best;
  }

  private static long nanos(Connection connection, String call) throws IOException {
    long start = System.nanoTime();
    for (int i = 0; i < CALLS; i++) {
      connection.post(call);
    }
    return System.nanoTime() - start;
  }

  private static String login(String date) {
    String hash =
        LoginHash.compute(HashAlgorithm.SHA256, Secret.of("demo-secret-key"), "DEMOSHOP", date);
    return call("login", "DEMOSHOP", date, hash);
  }

  private static String call(String method, String... params) {
    return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":[\"%s\"]}"
        .formatted(method, String.join("\",\"", params));
  }

  private static String result(String answer) {
    return answer.replaceFirst(".*\"result\":\"", "").replaceFirst("\".*", "");
  }
}
