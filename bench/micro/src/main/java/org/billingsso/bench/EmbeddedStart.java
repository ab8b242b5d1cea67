package org.billingsso.bench;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.billingsso.cli.Gateway;
import org.billingsso.cli.Settings;
import org.billingsso.cli.Platforms;

/** How long a gateway takes to start inside a JVM that has started some before. */
public final class EmbeddedStart {
  private static final int STARTS = 20;

  private EmbeddedStart() {}

  public static void main(String[] arguments) {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      long start = System.nanoTime();
      try (Gateway gateway =
          Gateway.start(
              Settings.ofOneProcess(), Platforms.DIRECTORY.demo(), InstantSource.system())) {
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
