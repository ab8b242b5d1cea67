package org.billingsso.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.billingsso.TestClock;
import org.junit.jupiter.api.Test;

class StoreProbeTest {
  private final TestClock clock = new TestClock();
  private final MovableStore store = new MemoryStore(clock);
  private final StoreProbe probe = new StoreProbe(store, clock);

  @Test
  void findsNoProblemInAStoreThatWorksAndLeavesNothingBehind() {
    assertThat(probe.problem()).isEmpty();
    assertThat(Records.keys(new Kind("probe"), store)).isEmpty();
  }

  @Test
  void saysWhatIsWrong() {
    store.close();

    assertThat(probe.problem())
        .hasValueSatisfying(problem -> assertThat(problem).hasMessageContaining("closed"));
  }
}
