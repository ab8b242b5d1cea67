package org.billingsso.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.billingsso.signon.LoginLinks;
import org.billingsso.signon.Redemption;
import org.billingsso.signon.Token;

/** Heap of a live link in the memory store, and the time to issue and redeem one by how many live. */
public final class LiveLinks {
  private static final int MOST = 1_000_000;
  private static final int SAMPLE = 20_000;
  private static final int TRIALS = 5;

  private LiveLinks() {}

  public static void main(String[] arguments) {
    for (int i = 0; i < TRIALS; i++) {
      microsOf(SAMPLE, Core.fresh().signOn().links());
    }
    List<String> figures = new ArrayList<>();
    for (int size = 1_000; size <= MOST; size *= 10) {
      long before = usedAfterCollection();
      Core core = Core.fresh();
      LoginLinks links = core.signOn().links();
      for (int i = 0; i < size; i++) {
        links.issue(Core.REQUEST);
      }
      long bytes = (usedAfterCollection() - before) / size;
      double best = Double.MAX_VALUE;
      for (int i = 0; i < TRIALS; i++) {
        best = Math.min(best, microsOf(SAMPLE, links));
      }
      figures.add(
          String.format(
              Locale.ROOT, "{\"live\":%d,\"bytes\":%d,\"micros\":%.3f}", size, bytes, best));
      core.store().close();
    }
    System.out.println("[" + String.join(",", figures) + "]");
  }

  /** Issues links and redeems each; the mean time for both, in microseconds. */
  private static double microsOf(int count, LoginLinks links) {
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      Token token = links.issue(Core.REQUEST).token();
      if (!(links.redeem(Core.REALM, token, Core.VISITOR) instanceof Redemption.Admitted)) {
        throw new IllegalStateException("A fresh link was refused");
      }
    }
    return (System.nanoTime() - start) / 1_000.0 / count;
  }

  private static long usedAfterCollection() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
