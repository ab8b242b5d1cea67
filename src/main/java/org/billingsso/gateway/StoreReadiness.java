package org.billingsso.gateway;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.billingsso.http.Health;
import org.billingsso.platform.Platform;
import org.billingsso.store.StoreException;
import org.billingsso.store.StoreProbe;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway is ready where its store works. The log says once what each probe found wrong. */
final class StoreReadiness implements Health.Readiness {
  private static final Logger log = LoggerFactory.getLogger(StoreReadiness.class);

  private final StoreProbe probe;
  private final List<Platform<?, ?>> platforms;
  private final AtomicReference<@Nullable StoreException> told = new AtomicReference<>();

  /**
   * @param platforms which are served with it, and may not work in part
   */
  StoreReadiness(StoreProbe probe, List<Platform<?, ?>> platforms) {
    this.probe = probe;
    this.platforms = platforms;
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
    Optional<String> ofStore =
        probe
            .housekeepingProblem()
            .map(
                what ->
                    "The store's housekeeping fails, so that records stay whose time is over;"
                        + " the gateway's log says why.");
    return Stream.concat(
            ofStore.stream(), platforms.stream().flatMap(each -> each.problem().stream()))
        .reduce((one, other) -> one + "\n" + other);
  }
}
