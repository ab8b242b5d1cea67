package org.billingsso.signon;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.billingsso.TestClock;
import org.billingsso.signon.IdempotentLinks.Result;
import org.billingsso.store.Entry;
import org.billingsso.store.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the settings are, wherever the clock goes, and whenever records are swept: a link lets
 * in one visitor, once, and no id is issued twice. A failure is repeated by its seed.
 */
class SingleUseTest {
  private static final Subject ADA = new Subject("demo", "ada");
  private static final Address HOME = Address.parse("198.51.100.7").orElseThrow();
  private static final PortalKind SHOWN =
      new PortalKind("shown", LinkPolicy.of(TokenShape.base62(33), ofHours(1)).derivingTokens());
  private static final ServerKey KEY = new ServerKey(new byte[ServerKey.BYTES]);
  private static final int STEPS = 400;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597})
  void noLinkLetsInTwiceAndNoIdIsIssuedTwiceWhateverTheClockDoes(long seed) {
    for (int round = 0; round < 5; round++) {
      new Life(new Random(31 * seed + round), true).live(STEPS);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void aRepetitionFindsTheLinkForAsLongAsItsKeyStandsWhereTheClockGoesForwards(long seed) {
    for (int round = 0; round < 5; round++) {
      new Life(new Random(31 * seed + round), false).live(STEPS);
    }
  }

  @Test
  void aSessionThatEndedBeforeItBeganStaysEndedHoweverShortRecordsAreKept() {
    TestClock clock = new TestClock();
    try (MemoryStore store = new MemoryStore(clock)) {
      Lifetimes shortest = new Lifetimes(ofMillis(1), Duration.ZERO);
      SignOn signOn = SignOn.over(store, clock, KEY, shortest);
      LoginLink link = signOn.links().issue(LinkRequest.of(SHOWN, ADA, "/")).link();
      LoginLink.State.Used used = new LoginLink.State.Used(clock.instant(), HOME, "cookie");
      assertThat(signOn.portalSessions().end(link.with(used), HOME)).isPresent();

      sweep(store, clock.instant().plus(ofMinutes(59)));

      assertThat(signOn.portalSessions().begin(link.with(used), used).end()).isPresent();
    }
  }

  private static void sweep(MemoryStore store, Instant now) {
    List<Entry> over = new ArrayList<>();
    store.forEach(
        entry -> over.addAll(entry.keepUntil().isAfter(now) ? List.of() : List.of(entry)));
    over.forEach(entry -> store.remove(entry.key()));
  }

  /** A store, the nodes that use it, and everything that has happened to them. */
  private static final class Life {
    private final Random random;
    private final boolean clockGoesAnywhere;
    private final TestClock clock = new TestClock();
    private final Lifetimes lifetimes;
    private final Duration linkValidity;
    private final Duration idempotency;

    /** What retention goes by: it only goes forwards, whatever the clock does. */
    private Instant retention = TestClock.START;

    private MemoryStore store = new MemoryStore(clock);
    private List<Entry> exported = List.of();
    private final List<Issued> shown = new ArrayList<>();
    private final Set<String> issuedIds = new HashSet<>();
    private final Set<Token> used = new HashSet<>();
    private final Map<String, Found> byKey = new HashMap<>();

    /** The link of a key, and until when the key stands for it. */
    private record Found(String id, Instant until) {}

    Life(Random random, boolean clockGoesAnywhere) {
      this.random = random;
      this.clockGoesAnywhere = clockGoesAnywhere;
      this.lifetimes = new Lifetimes(span(1), span(0));
      this.linkValidity = span(1);
      this.idempotency = span(0);
    }

    void live(int steps) {
      for (int step = 0; step < steps; step++) {
        switch (random.nextInt(clockGoesAnywhere ? 9 : 6)) {
          case 0 -> create("key " + random.nextInt(3));
          case 1, 2 -> open();
          case 3 -> moveForwards(span(0));
          case 4 -> sweep(store, retention);
          case 5 -> create("key " + step);
          case 6 -> clock.set(TestClock.START.plus(span(0)).minus(span(0)));
          case 7 -> export();
          default -> importOld();
        }
      }
      store.close();
    }

    private void moveForwards(Duration span) {
      clock.advance(span);
      retention = retention.plus(span);
    }

    /** A node of its own each time: all that is known is in the store. */
    private SignOn node() {
      return SignOn.over(store, clock, KEY, lifetimes);
    }

    private void create(String name) {
      IdempotencyKey key = new IdempotencyKey("demo", name, "create", idempotency);
      LinkRequest request = LinkRequest.of(SHOWN, ADA, "/").validFor(linkValidity);
      Result result = node().idempotentLinks().issue(key, request);
      if (result instanceof Result.Found found) {
        Issued issued = found.issued();
        shown.add(issued);
        if (!found.repeated()) {
          assertThat(issuedIds.add(issued.link().id())).isTrue();
        }
        assertKeptItsPromise(name, issued.link().id());
      } else {
        assertThat(clockGoesAnywhere).as("a key stands for a link that is gone").isTrue();
      }
    }

    private void assertKeptItsPromise(String key, String id) {
      Instant now = clock.instant();
      Found before = byKey.get(key);
      if (clockGoesAnywhere) {
        return;
      }
      if (before != null && now.isBefore(before.until())) {
        assertThat(id).isEqualTo(before.id());
      } else {
        byKey.put(key, new Found(id, now.plus(idempotency)));
      }
    }

    private void open() {
      if (!shown.isEmpty()) {
        Token token = shown.get(random.nextInt(shown.size())).token();
        if (node().links().redeem(SHOWN, token, HOME) instanceof Redemption.Admitted) {
          assertThat(used.add(token)).as("a link let in twice").isTrue();
        }
      }
    }

    private void export() {
      List<Entry> records = new ArrayList<>();
      store.forEach(records::add);
      exported = records;
    }

    /** An old export, into the store that went on since or into an empty one with all it has. */
    private void importOld() {
      MemoryStore old = store;
      if (random.nextBoolean()) {
        store = new MemoryStore(clock);
        old.forEach(this::take);
        old.close();
      }
      exported.forEach(this::take);
    }

    /** As the import does. */
    private void take(Entry entry) {
      if (retention.isBefore(entry.keepUntil())) {
        store.restore(entry);
      }
    }

    /** From nothing to days, with short ones as likely as long ones. */
    private Duration span(long atLeast) {
      return ofMillis(atLeast + (long) Math.pow(10, random.nextDouble() * 8.5));
    }
  }
}
