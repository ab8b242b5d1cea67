package org.billingsso.gateway;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.billingsso.http.Health;
import org.billingsso.store.StoreException;
import org.billingsso.store.StoreProbe;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway is ready where its store works. The log says once what each probe found wrong. */
final class StoreReadiness implements Health.Readiness {
  private static final Logger log = LoggerFactory.getLogger(StoreReadiness.class);

  private final StoreProbe probe;
  private final AtomicReference<@Nullable StoreException> told = new AtomicReference<>();

  StoreReadiness(StoreProbe probe) {
    this.probe = probe;
  }

  @Override
  public boolean isReady() {
    Optional<StoreException> problem = probe.problem();
    problem.ifPresent(
        why -> {
          if (told.getAndSet(why) != why) {
            log.error("Not ready: {}", why.getMessage());
          }
        });
    return problem.isEmpty();
  }

  @Override
  public Optional<String> warning() {
    return probe
        .housekeepingProblem()
        .map(
            what ->
                "The store's housekeeping fails, so that records stay whose time is over;"
                    + " the gateway's log says why.");
  }
}
