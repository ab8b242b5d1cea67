package org.billingsso.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes while a batch is served. */
class BatcherTest {
  private static final int MANY = 2_000;
  private static final int FIRST = 0;

  private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch firstMayEnd = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** A caller who is answered with its own number. */
  private static final class Caller extends Batcher.Waiter<Integer> {
    private final int number;

    Caller(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }

    void serve() {
      succeed(number);
    }
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void isServedTogetherNext() {
    Batcher<Caller> batcher = batcher(batch -> batch.forEach(Caller::serve));
    List<CompletableFuture<Integer>> answers = oneAndThenThree(batcher);

    assertThat(answers.stream().map(CompletableFuture::join)).containsExactly(FIRST, 1, 2, 3);
    assertThat(batches).hasSize(2);
    assertThat(batches.get(1)).containsExactlyInAnyOrder(1, 2, 3);
  }

  @Test
  void isServedOnceHoweverManyThereAre() throws Exception {
    firstMayEnd.countDown();
    Batcher<Caller> batcher = batcher(batch -> batch.forEach(Caller::serve));

    Race.of(
        8,
        number ->
            () -> {
              IntStream.range(0, MANY).forEach(i -> join(batcher, number * MANY + i));
              return true;
            });

    assertThat(batches.stream().flatMap(List::stream).sorted().toList())
        .isEqualTo(IntStream.range(0, 8 * MANY).boxed().toList());
  }

  @Test
  void hasAnOutcomeForEachOfThoseThatAreServedTogether() {
    Batcher<Caller> batcher =
        batcher(
            batch ->
                batch.forEach(
                    caller -> {
                      if (caller.number() == 2) {
                        caller.fail(new StoreException("not the second"));
                      }
                      caller.serve();
                    }));
    List<CompletableFuture<Integer>> answers = oneAndThenThree(batcher);

    assertThat(answers.get(1).join()).isEqualTo(1);
    assertThat(answers.get(3).join()).isEqualTo(3);
    assertThatThrownBy(() -> answers.get(2).join()).hasMessageContaining("not the second");
  }

  @Test
  void isToldWhereAnErrorEndsTheThreadThatServesAllAndTheNextAreServed() {
    assertIsToldWhatEndedTheBatch(new StackOverflowError("deep"));
    assertThat(join(batcher(batch -> batch.forEach(Caller::serve)), 4)).isEqualTo(4);
  }

  @Test
  void isToldWhereMemoryIsShort() {
    assertIsToldWhatEndedTheBatch(new OutOfMemoryError("none left"));
  }

  @Test
  void isToldWhereTheWorkItselfIsWrong() {
    assertIsToldWhatEndedTheBatch(new IllegalStateException("wrong"));
  }

  /** Of three, the first is served before the thread that serves them is ended. */
  private void assertIsToldWhatEndedTheBatch(Throwable end) {
    Batcher<Caller> batcher =
        batcher(
            batch -> {
              batch.get(0).serve();
              if (batch.size() == 3) {
                sneaky(end);
              }
            });
    List<CompletableFuture<Integer>> answers = oneAndThenThree(batcher);

    assertThat(answers.get(0).join()).isEqualTo(FIRST);
    Soon.until(() -> answers.stream().allMatch(CompletableFuture::isDone));
    List<Throwable> failures =
        answers.stream()
            .filter(CompletableFuture::isCompletedExceptionally)
            .map(BatcherTest::failure)
            .toList();
    assertThat(failures).hasSize(3).contains(end);
    assertThat(failures)
        .filteredOn(failure -> failure != end)
        .allSatisfy(
            failure -> assertThat(failure).isInstanceOf(StoreException.class).hasRootCause(end));
    assertThat(join(batcher, 5)).isEqualTo(5);
  }

  @Test
  void isToldWhereItWasForgotten() {
    firstMayEnd.countDown();
    Batcher<Caller> batcher = batcher(batch -> {});

    assertThatThrownBy(() -> join(batcher, 1))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("Whether this operation took effect is unknown: make the");
  }

  @Test
  void isServedWhereverTheStackOfAnotherEnds() throws Exception {
    firstMayEnd.countDown();
    Batcher<Caller> batcher = batcher(batch -> batch.forEach(Caller::serve));
    CompletableFuture<Integer> overflows = new CompletableFuture<>();
    Thread deep =
        new Thread(
            null,
            () -> overflows.complete(joinAtEachDepth(batcher, Integer.MAX_VALUE)),
            "deep",
            256 << 10);
    deep.start();

    for (int number = 1; !overflows.isDone(); number++) {
      CompletableFuture<Integer> answer = joining(batcher, number);
      Soon.until(answer::isDone);
    }

    assertThat(overflows.join()).isPositive();
    Soon.until(joining(batcher, 7)::isDone);
  }

  /**
   * How often the stack ended while it joined: from where nothing fits any more to where all does.
   */
  private static int joinAtEachDepth(Batcher<Caller> batcher, int most) {
    try {
      int overflows = most == 0 ? 0 : joinAtEachDepth(batcher, most - 1);
      return overflows + (joins(batcher) ? 0 : 1);
    } catch (StackOverflowError end) {
      return 0;
    }
  }

  private static boolean joins(Batcher<Caller> batcher) {
    try {
      join(batcher, MANY);
      return true;
    } catch (StackOverflowError end) {
      return false;
    }
  }

  @Test
  void isServedWhereWhoServesItIsInterruptedAndStaysInterrupted() {
    firstMayEnd.countDown();
    Batcher<Caller> batcher =
        batcher(
            batch -> {
              assertThat(Thread.currentThread().isInterrupted()).isFalse();
              batch.forEach(Caller::serve);
            });

    Thread.currentThread().interrupt();

    assertThat(join(batcher, 1)).isEqualTo(1);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void isServedWhereItIsInterruptedWhileItWaitsAndStaysInterrupted() {
    Batcher<Caller> batcher = batcher(batch -> batch.forEach(Caller::serve));
    CompletableFuture<Integer> first = joining(batcher, FIRST);
    Soon.until(() -> batches.size() == 1);
    CompletableFuture<Thread> waiting = new CompletableFuture<>();
    CompletableFuture<Boolean> interrupted =
        CompletableFuture.supplyAsync(
            () -> {
              waiting.complete(Thread.currentThread());
              return join(batcher, 1) == 1 && Thread.interrupted();
            },
            threads);
    waiting.join().interrupt();
    Soon.until(() -> batcher.gathered() == 1);
    firstMayEnd.countDown();

    assertThat(first.join()).isEqualTo(FIRST);
    assertThat(interrupted.join()).isTrue();
  }

  /** Notes each batch and holds the first up. */
  private Batcher<Caller> batcher(Consumer<List<Caller>> work) {
    batches.clear();
    return new Batcher<>(
        batch -> {
          List<Integer> numbers = batch.stream().map(Caller::number).toList();
          batches.add(numbers);
          if (numbers.contains(FIRST)) {
            hold(firstMayEnd);
          }
          work.accept(batch);
        });
  }

  /** Their answers: three come while the first is served. */
  private List<CompletableFuture<Integer>> oneAndThenThree(Batcher<Caller> batcher) {
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    answers.add(joining(batcher, FIRST));
    Soon.until(() -> batches.size() == 1);
    for (int number = 1; number <= 3; number++) {
      int gathered = number;
      answers.add(joining(batcher, number));
      Soon.until(() -> batcher.gathered() == gathered);
    }
    firstMayEnd.countDown();
    return answers;
  }

  private CompletableFuture<Integer> joining(Batcher<Caller> batcher, int number) {
    return CompletableFuture.supplyAsync(() -> join(batcher, number), threads);
  }

  private static int join(Batcher<Caller> batcher, int number) {
    Caller caller = new Caller(number);
    batcher.join(caller);
    return caller.answer();
  }

  private static Throwable failure(CompletableFuture<Integer> answer) {
    try {
      throw new AssertionError("Answered " + answer.join());
    } catch (CompletionException e) {
      return Objects.requireNonNull(e.getCause());
    }
  }

  private static void sneaky(Throwable end) {
    if (end instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) end;
  }

  private static void hold(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
