package org.billingsso.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes while a journey is under way. */
class ConvoyTest {
  private static final int MANY = 2_000;
  private static final int FIRST = 0;

  private final List<List<Integer>> journeys = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void makesTheNextJourneyTogether() {
    CountDownLatch firstMayArrive = new CountDownLatch(1);
    Convoy<Integer> convoy =
        new Convoy<>(
            items -> {
              journeys.add(items);
              if (items.contains(FIRST)) {
                hold(firstMayArrive);
              }
            });
    CompletableFuture<Void> first = joining(convoy, FIRST);
    await().until(() -> journeys.size() == 1);
    List<CompletableFuture<Void>> others =
        List.of(joining(convoy, 1), joining(convoy, 2), joining(convoy, 3));
    await().until(() -> convoy.gathered() == 3);

    firstMayArrive.countDown();
    first.join();
    others.forEach(CompletableFuture::join);

    assertThat(journeys).hasSize(2);
    assertThat(journeys.get(1)).containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  void makesItsJourneyOnceHoweverManyThereAre() throws Exception {
    Convoy<Integer> convoy = new Convoy<>(journeys::add);

    Race.of(
        8,
        number ->
            () -> {
              IntStream.range(0, MANY).forEach(i -> convoy.join(number * MANY + i));
              return true;
            });

    assertThat(journeys.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 8 * MANY).boxed().toList());
  }

  @Test
  void isNotStrandedByAJourneyThatIsBrokenOff() {
    Convoy<Integer> convoy =
        new Convoy<>(
            items -> {
              journeys.add(items);
              if (items.contains(FIRST)) {
                throw new IllegalStateException("broken off");
              }
            });

    assertThatThrownBy(() -> convoy.join(FIRST)).hasMessage("broken off");
    convoy.join(1);

    assertThat(journeys).containsExactly(List.of(FIRST), List.of(1));
  }

  private CompletableFuture<Void> joining(Convoy<Integer> convoy, int item) {
    return CompletableFuture.runAsync(() -> convoy.join(item), threads);
  }

  private static void hold(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
