package org.billingsso.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Serves callers that come at the same time in one batch: while a batch is served, the next callers
 * gather. So work that costs much, however many it is for, costs little for each of many. One of
 * the threads that wait serves the batch for all of them; batches follow each other, never two at a
 * time.
 *
 * <p>Whatever is thrown meanwhile, everybody in the batch is answered and the next batch is served.
 */
final class Batcher<W extends Batcher.Waiter<?>> {
  /** More calls deep than serving and waiting ever are, but for the work itself. */
  private static final int ENOUGH_STACK = 100;

  private final Consumer<List<W>> work;
  private List<W> waiting = new ArrayList<>();

  /** The list to gather in next: where memory is short, taking a batch still works. */
  private List<W> spare = new ArrayList<>();

  private boolean busy;

  /**
   * @param work leaves an outcome with each of the waiters, and does not keep the list
   */
  Batcher(Consumer<List<W>> work) {
    this.work = work;
  }

  /**
   * Returns when the waiter has its outcome.
   *
   * @throws StackOverflowError where the caller has too little stack left to serve others; then it
   *     has not joined them
   */
  void join(W waiter) {
    var unused = requireStack(ENOUGH_STACK);
    if (!isFirst(waiter)) {
      waiter.awaitCall();
    }
    if (!waiter.isOver()) {
      serveAll();
    }
  }

  /**
   * Fails now where the stack ends soon, rather than once others rely on this thread: what hands
   * the next batch over could no longer be called then.
   */
  private static int requireStack(int calls) {
    return calls == 0 ? 0 : 1 + requireStack(calls - 1);
  }

  /** How many wait for the next batch. */
  synchronized int gathered() {
    return waiting.size();
  }

  private synchronized boolean isFirst(W waiter) {
    waiting.add(waiter);
    boolean free = !busy;
    busy = true;
    return free;
  }

  /** Serves all who wait, the caller among them. */
  private void serveAll() {
    boolean interrupted = Thread.interrupted(); // It is meant for this caller, not for the others.
    List<W> batch;
    synchronized (this) { // Without a call, so that nothing can be thrown before the try.
      batch = waiting;
      waiting = spare;
    }
    @Nullable Throwable thrown = null;
    try {
      work.accept(batch);
    } catch (RuntimeException | Error e) {
      thrown = e;
      throw e;
    } finally {
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).end(thrown);
      }
      callNext(batch);
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Has one of those who wait by now serve the next batch. */
  private synchronized void callNext(List<W> served) {
    served.clear();
    spare = served;
    busy = !waiting.isEmpty();
    if (busy) {
      waiting.get(0).call();
    }
  }

  /** One caller: it waits until it has its outcome or is to serve the next batch. */
  abstract static class Waiter<T> {
    private final Thread thread = Thread.currentThread();
    private @Nullable T answer;
    private @Nullable RuntimeException failure;
    private @Nullable Throwable brokenOffBy;
    private boolean answered;
    private boolean over;
    private volatile boolean called;

    /** What came of it; the first outcome counts. */
    final void succeed(T outcome) {
      if (!over) {
        answer = outcome;
        answered = true;
        over = true;
      }
    }

    /** The same, where it failed. */
    final void fail(RuntimeException why) {
      if (!over) {
        failure = why;
        over = true;
      }
    }

    final boolean isOver() {
      return over;
    }

    /** It needs no memory, which may be what the batch lacked. */
    final void end(@Nullable Throwable thrown) {
      if (!over) {
        brokenOffBy = thrown;
        over = true;
      }
      call();
    }

    final void call() {
      called = true;
      LockSupport.unpark(thread);
    }

    final void awaitCall() {
      boolean interrupted = false;
      while (!called) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    /** What it succeeded with; throws what it failed with. */
    @SuppressWarnings("NullAway") // Null may be what it succeeded with.
    final T answer() {
      if (answered) {
        return answer;
      }
      if (failure != null) {
        throw failure;
      }
      throw new StoreException(
          "What the store did for several requests at once was broken off. "
              + StoreException.UNKNOWN,
          brokenOffBy);
    }
  }
}
