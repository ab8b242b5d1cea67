package org.billingsso.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.billingsso.TestClock;
import org.junit.jupiter.api.Test;

/** What one more world takes: little memory, and no thread. */
class WorldCostTest {
  private static final int WORLDS = 200;
  private static final long MOST_BYTES = 200 * 1024;

  @Test
  void aWorldTakesLittleMemoryAndNoThread() {
    try (Gateway gateway =
        Gateway.builder()
            .settings(Settings.ofOneProcess())
            .accounts(Platforms.DIRECTORY.demo())
            .clock(new TestClock())
            .start()) {
      gateway.world("first");
      int threads = Thread.activeCount();
      long before = usedBytes();

      for (int i = 0; i < WORLDS; i++) {
        gateway.world("world" + i);
      }

      long each = (usedBytes() - before) / WORLDS;
      assertThat(each).isLessThan(MOST_BYTES);
      assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads);
      assertThat(gateway.world("world7").accounts()).isSameAs(gateway.world().accounts());
    }
  }

  private static long usedBytes() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
