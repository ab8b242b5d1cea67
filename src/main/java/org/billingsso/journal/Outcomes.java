package org.billingsso.journal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one door through which outcomes go to whoever listens. */
public final class Outcomes {
  private static final Logger log = LoggerFactory.getLogger(Outcomes.class);

  private final List<Consumer<Outcome>> listeners = new CopyOnWriteArrayList<>();

  /** A door behind which the log listens. */
  public static Outcomes logged() {
    Outcomes outcomes = new Outcomes();
    outcomes.add(new OutcomeLog());
    return outcomes;
  }

  /** Has the listener told of every outcome from now on, on the thread that made it: be quick. */
  public void add(Consumer<Outcome> listener) {
    listeners.add(listener);
  }

  /** Tells the listener of no more outcomes. */
  public void remove(Consumer<Outcome> listener) {
    listeners.remove(listener);
  }

  /** Tells all listeners. What one of them throws stops neither the others nor the request. */
  public void tell(Outcome outcome) {
    for (Consumer<Outcome> listener : listeners) {
      try {
        listener.accept(outcome);
      } catch (RuntimeException failed) {
        log.error("A listener failed on an outcome: {}", failed.getClass().getName());
      }
    }
  }
}
