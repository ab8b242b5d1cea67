package org.billingsso.bench;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.billingsso.gateway.Gateway;
import org.billingsso.gateway.Settings;
import org.billingsso.gateway.Platforms;

/** How long a gateway takes to start inside a JVM that has started some before. */
public final class EmbeddedStart {
  private static final int STARTS = 20;

  private EmbeddedStart() {}

  public static void main(String[] arguments) {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      long start = System.nanoTime();
      try (Gateway gateway =
          Gateway.builder().settings(Settings.ofOneProcess()).accounts(Platforms.DIRECTORY.demo()).clock(InstantSource.system()).start()) {
        millis.add((System.nanoTime() - start) / 1e6);
      }
    }
    double first = millis.get(0);
    List<Double> warm = millis.subList(STARTS / 2, STARTS);
    Collections.sort(warm);
    System.out.printf(
        Locale.ROOT,
        "{\"first_millis\":%.1f,\"warm_millis\":%.1f}%n",
        first,
        warm.get(warm.size() / 2));
  }
}
