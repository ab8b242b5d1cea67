package org.billingsso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.billingsso.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoreProbeTest {
  private final TestClock clock = new TestClock();
  private final MovableStore store = new MemoryStore(clock);
  private final AtomicInteger operations = new AtomicInteger();
  private final StoreProbe probe = new StoreProbe(counted(), clock);

  @AfterEach
  void close() {
    store.close();
  }

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

  @Test
  void asksTheStoreOnceInASecondHoweverManyAskItself() throws Exception {
    List<Boolean> works = Race.of(16, number -> () -> probe.problem().isEmpty());

    assertThat(Collections.frequency(works, true)).isEqualTo(16);
    assertThat(operations).hasValue(3);
    clock.advance(Duration.ofMillis(999));
    assertThat(probe.problem()).isEmpty();
    assertThat(operations).hasValue(3);
  }

  @Test
  void asksAgainAfterASecondAndWhereTheClockWentBack() {
    assertThat(probe.problem()).isEmpty();
    store.close();
    assertThat(probe.problem()).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(probe.problem()).isPresent();
    assertThat(operations).hasValue(4);
    clock.advance(Duration.ofHours(-1));
    assertThat(probe.problem()).isPresent();
    assertThat(operations).hasValue(5);
  }

  private Store counted() {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (proxy, method, arguments) -> {
              operations.incrementAndGet();
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }
}
