package org.billingsso.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets items that come at the same time make one journey together: while one is under way, the next
 * items gather. So a journey that costs much, whatever it carries, costs little for each of many.
 * One of the threads that wait makes it for all of them; journeys follow each other, never two at a
 * time.
 */
final class Convoy<I> {
  private final Consumer<List<I>> journey;
  private List<Traveller<I>> waiting = new ArrayList<>();
  private boolean underWay;

  /**
   * @param journey serves all of the items, and leaves with each what came of it
   */
  Convoy(Consumer<List<I>> journey) {
    this.journey = journey;
  }

  /** Returns when the item has made its journey. */
  void join(I item) {
    Traveller<I> traveller = new Traveller<>(item);
    if (!setsOffAtOnce(traveller)) {
      traveller.awaitCall();
    }
    if (!traveller.arrived) {
      travel();
    }
  }

  /** How many wait for the next journey. */
  synchronized int gathered() {
    return waiting.size();
  }

  private synchronized boolean setsOffAtOnce(Traveller<I> traveller) {
    waiting.add(traveller);
    boolean free = !underWay;
    underWay = true;
    return free;
  }

  /** Makes the journey for all who wait, the caller among them. */
  private void travel() {
    List<Traveller<I>> all = takeWaiting();
    try {
      journey.accept(all.stream().map(traveller -> traveller.item).toList());
    } finally {
      all.forEach(Traveller::arrive);
      callNext();
    }
  }

  private synchronized List<Traveller<I>> takeWaiting() {
    List<Traveller<I>> all = waiting;
    waiting = new ArrayList<>();
    return all;
  }

  /** Has one of those who wait by now make the next journey. */
  private synchronized void callNext() {
    underWay = !waiting.isEmpty();
    if (underWay) {
      waiting.get(0).call();
    }
  }

  /** An item whose thread waits until it is called: it has arrived, or is to make the journey. */
  private static final class Traveller<I> {
    private final I item;
    private final CompletableFuture<@Nullable Void> called = new CompletableFuture<>();
    private volatile boolean arrived;

    Traveller(I item) {
      this.item = item;
    }

    void arrive() {
      arrived = true;
      call();
    }

    void call() {
      called.complete(null);
    }

    void awaitCall() {
      called.join();
    }
  }
}
