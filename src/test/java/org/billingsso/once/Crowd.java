package org.billingsso.once;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
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
  private final Duration validity;
  private final Runnable passTime;
  private final Recorder recorder;
  private final AtomicReferenceArray<String> links = new AtomicReferenceArray<>(LATELY);

  /**
   * @param gateway whom they ask
   * @param clock the gateway's
   * @param validity how long a link lives
   * @param passTime lets some time pass
   */
  Crowd(URI gateway, InstantSource clock, Duration validity, Runnable passTime) {
    this.gateway = gateway;
    this.clock = clock;
    this.validity = validity;
    this.passTime = passTime;
    this.recorder = new Recorder(clock);
  }

  /** Clients whose links live for an hour, of a gateway that was told so, too. */
  static Crowd unhurried(URI gateway) {
    return new Crowd(gateway, InstantSource.system(), Duration.ofHours(1), () -> {});
  }

  /** A seed, which is printed so that the same choices can be made again. */
  static long seed() {
    long seed = Long.getLong("history.seed", ThreadLocalRandom.current().nextLong());
    System.out.println("history.seed=" + seed);
    return seed;
  }

  /** Lets them act until it is enough. */
  void act(long seed, BooleanSupplier enough) throws Exception {
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
  }

  /** Lets them act while the step is taken. */
  void actDuring(long seed, Step step) throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<?> acting =
          thread.submit(
              () -> {
                act(seed, enough::get);
                return seed;
              });
      step.take();
      enough.set(true);
      acting.get();
    } finally {
      enough.set(true);
      thread.shutdown();
    }
  }

  /** Waits until that many more visitors were admitted. */
  void awaitVisits(int more) {
    int count = recorder.visits().size() + more;
    await().atMost(Duration.ofMinutes(1)).until(() -> recorder.visits().size() >= count);
  }

  /** Lets nodes go down and come back meanwhile. */
  void outage(Step step) throws Exception {
    recorder.outage(step);
  }

  /** Follows every link that was ever answered, once more or for the first time. */
  void followEveryLink() {
    recorder.history().issues().stream()
        .map(Issue::link)
        .filter(link -> !link.isEmpty())
        .forEach(recorder::redeem);
  }

  /** What they did and saw up to now. */
  History history() {
    return recorder.history();
  }

  /** The visits that the gateway has admitted up to now. */
  List<Visitor.Visit> visits() {
    return recorder.visits();
  }

  private final class Client {
    private final Random random;
    private final List<BackEnd> backEnds =
        List.of(
            new TwoCheckoutBackEnd(gateway, clock, validity),
            new TwoCheckoutBackEnd(gateway, clock, validity),
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
        BackEnd backEnd = backEnds.get(random.nextInt(backEnds.size()));
        links.set(place, recorder.issue(backEnd.holder(), validity, backEnd::issue));
      } else {
        Stream.ofNullable(links.get(place))
            .filter(link -> !link.isEmpty())
            .forEach(recorder::redeem);
      }
    }
  }
}
