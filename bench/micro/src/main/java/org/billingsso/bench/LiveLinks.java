package org.billingsso.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.billingsso.signon.LoginLinks;
import org.billingsso.signon.Redemption;
import org.billingsso.signon.Token;
import org.billingsso.store.StoreUrl;

/**
 * What a live link takes in the store whose URL is the only argument, and how long one thread takes
 * to issue and to redeem one, by how many are alive. Prints JSON.
 */
public final class LiveLinks {
  private static final int[] SIZES = {1_000, 100_000, 1_000_000};
  private static final int THREADS = 64;
  private static final int SAMPLES = 2_000;
  private static final int WARM_UP = 20_000;

  private static final String COPY_IN_POSTGRESQL =
      """
      INSERT INTO gateway.record (kind, id, version, keep_until, body)
      SELECT kind, left(encode(sha256(number::text::bytea), 'base64'), 43), version, keep_until, body
      FROM (SELECT * FROM gateway.record WHERE kind = 'login-link' LIMIT 1) AS one,
        generate_series(%d, %d) AS number""";
  private static final String COPY_IN_SQLITE =
      """
      INSERT INTO record (kind, id, version, keep_until, body)
      WITH RECURSIVE numbers (number) AS
        (SELECT %d UNION ALL SELECT number + 1 FROM numbers WHERE number < %d)
      SELECT kind, substr(hex(randomblob(22)), 1, 43), version, keep_until, body
      FROM (SELECT * FROM record WHERE kind = 'login-link' LIMIT 1), numbers""";

  private final String url;
  private final LoginLinks links;

  private LiveLinks(String url, LoginLinks links) {
    this.url = url;
    this.links = links;
  }

  public static void main(String[] arguments) throws Exception {
    String url = arguments[0];
    Core core = Core.over(StoreUrl.parse(url).open(InstantSource.system()));
    try {
      LiveLinks live = new LiveLinks(url, core.signOn().links());
      live.sample(WARM_UP / (url.startsWith("memory:") ? 1 : 10));
      Footprint footprint = Footprint.of(url);
      List<String> figures = new ArrayList<>();
      int alive = 0;
      for (int size : SIZES) {
        long before = footprint.bytes();
        live.add(alive, size);
        long bytes = (footprint.bytes() - before) / (size - alive);
        alive = size;
        double[] micros = live.sample(SAMPLES);
        figures.add(
            String.format(
                Locale.ROOT,
                "{\"live\":%d,\"bytes\":%d,\"issue_micros\":%.1f,\"redeem_micros\":%.1f}",
                size,
                bytes,
                micros[0],
                micros[1]));
      }
      System.out.println("[" + String.join(",", figures) + "]");
    } finally {
      core.store().close();
    }
  }

  /** Lets that many more links live; in a table, where that would take long, as copies of one. */
  private void add(int alive, int size) throws Exception {
    boolean copies = !url.startsWith("memory:") && !url.startsWith("redis:") && alive > 0;
    int issued = copies ? 0 : size - alive;
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Boolean>> shares = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int share = issued / THREADS + (i < issued % THREADS ? 1 : 0);
        shares.add(() -> issue(share));
      }
      for (Future<Boolean> share : threads.invokeAll(shares)) {
        share.get();
      }
    } finally {
      threads.shutdown();
    }
    if (copies) {
      copy(alive, size);
    }
  }

  private boolean issue(int count) {
    for (int i = 0; i < count; i++) {
      links.issue(Core.REQUEST);
    }
    return true;
  }

  private void copy(int alive, int size) throws SQLException {
    boolean sqlite = url.startsWith("sqlite:");
    try (Connection connection =
            DriverManager.getConnection(sqlite ? "jdbc:" + url : Footprint.jdbc(url));
        Statement statement = connection.createStatement()) {
      statement.execute((sqlite ? COPY_IN_SQLITE : COPY_IN_POSTGRESQL).formatted(alive + 1, size));
      // What so many rows leave to do is none of the next link's.
      statement.execute(sqlite ? "PRAGMA wal_checkpoint(TRUNCATE)" : "CHECKPOINT");
    }
  }

  /** Issues links and redeems each: the median times, in microseconds. */
  private double[] sample(int count) {
    double[] issue = new double[count];
    double[] redeem = new double[count];
    for (int i = 0; i < count; i++) {
      long start = System.nanoTime();
      Token token = links.issue(Core.REQUEST).token();
      long issued = System.nanoTime();
      if (!(links.redeem(Core.KIND, token, Core.VISITOR) instanceof Redemption.Admitted)) {
        throw new IllegalStateException("A fresh link was refused");
      }
      issue[i] = (issued - start) / 1e3;
      redeem[i] = (System.nanoTime() - issued) / 1e3;
    }
    Arrays.sort(issue);
    Arrays.sort(redeem);
    return new double[] {issue[count / 2], redeem[count / 2]};
  }
}
