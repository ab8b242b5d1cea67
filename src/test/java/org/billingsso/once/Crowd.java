package org.billingsso.once;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.billingsso.store.Race;

/**
 * Many clients at once, each of which issues links, superseding ones among them, and follows links
 * that any of them got lately, all at random.
 */
final class Crowd {
  private static final int CLIENTS = 8;
  private static final int LATELY = 24;
  private static final double ISSUING = 0.4;
  private static final double PASSING_TIME = 0.05;

  private final URI gateway;
  private final InstantSource clock;
  private final Runnable passTime;
  private final Recorder recorder;
  private final AtomicReferenceArray<String> links = new AtomicReferenceArray<>(LATELY);

  /**
   * @param gateway whom they ask
   * @param clock the gateway's
   * @param passTime lets some time pass
   */
  Crowd(URI gateway, InstantSource clock, Runnable passTime) {
    this.gateway = gateway;
    this.clock = clock;
    this.passTime = passTime;
    this.recorder = new Recorder(clock);
  }

  /** A seed, which is printed so that the same choices can be made again. */
  static long seed() {
    long seed = Long.getLong("history.seed", ThreadLocalRandom.current().nextLong());
    System.out.println("history.seed=" + seed);
    return seed;
  }

  /** What they did and saw until it was enough. */
  History act(long seed, BooleanSupplier enough) throws Exception {
    var unused =
        Race.of(
            CLIENTS,
            number ->
                () -> {
                  Client client = new Client(new Random(seed + number));
                  while (!enough.getAsBoolean()) {
                    client.act();
                  }
                  return number;
                });
    return recorder.history();
  }

  private final class Client {
    private final Random random;
    private final List<BackEnd> backEnds =
        List.of(
            new TwoCheckoutBackEnd(gateway, clock),
            new TwoCheckoutBackEnd(gateway, clock),
            new FusebillBackEnd(gateway, "1001"),
            new FusebillBackEnd(gateway, "1002"));

    Client(Random random) {
      this.random = random;
    }

    void act() {
      double choice = random.nextDouble();
      int place = random.nextInt(LATELY);
      if (choice < PASSING_TIME) {
        passTime.run();
      } else if (choice < PASSING_TIME + ISSUING) {
        String link = issue(backEnds.get(random.nextInt(backEnds.size())));
        links.set(place, link);
      } else {
        Stream.ofNullable(links.get(place))
            .filter(link -> !link.isEmpty())
            .forEach(recorder::redeem);
      }
    }

    private String issue(BackEnd backEnd) {
      return recorder.issue(backEnd.holder(), BackEnd.VALIDITY, backEnd::issue);
    }
  }
}
