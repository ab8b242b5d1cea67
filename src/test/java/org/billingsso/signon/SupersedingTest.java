package org.billingsso.signon;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.billingsso.TestClock;
import org.billingsso.signon.Redemption.Admitted;
import org.billingsso.signon.Redemption.Refused;
import org.billingsso.store.MemoryStore;
import org.billingsso.store.Race;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** PortalKinds in which a subject's newest link ends all earlier ones. */
class SupersedingTest {
  private static final PortalKind NEWEST_ONLY =
      new PortalKind(
          "newest-only", LinkPolicy.of(TokenShape.guid(), ofSeconds(60)).newestSuperseding());
  private static final PortalKind SIDE_BY_SIDE =
      new PortalKind("side-by-side", LinkPolicy.of(TokenShape.guid(), ofSeconds(60)));
  private static final Subject ADA = new Subject("shop", "ada");
  private static final Address BROWSER = Address.parse("198.51.100.7").orElseThrow();

  private final TestClock clock = new TestClock();
  private final MemoryStore store = new MemoryStore(clock);
  private final SignOn signOn = node();

  @AfterEach
  void close() {
    store.close();
  }

  @Nested
  class ANewLink {
    @Test
    void endsTheEarlierOneAndTheRefusalSaysWhen() {
      Token first = issue(ADA);
      clock.advance(ofSeconds(5));
      Instant then = clock.instant();
      Token second = issue(ADA);
      clock.advance(ofSeconds(5));

      assertThat(why(redeem(first))).isEqualTo(new Refusal.AlreadySuperseded(then));
      assertThat(redeem(second)).isInstanceOf(Admitted.class);
    }

    @Test
    void endsEveryEarlierOne() {
      List<Token> earlier = Stream.generate(() -> issue(ADA)).limit(10).toList();
      Token newest = issue(ADA);

      assertThat(earlier)
          .allSatisfy(
              token ->
                  assertThat(why(redeem(token)))
                      .isEqualTo(new Refusal.AlreadySuperseded(clock.instant())));
      assertThat(redeem(newest)).isInstanceOf(Admitted.class);
    }

    @Test
    void leavesAUsedOneUsedAndItsSessionAlive() {
      Token first = issue(ADA);
      Admitted admitted = (Admitted) redeem(first);
      issue(ADA);

      assertThat(why(redeem(first))).isEqualTo(new Refusal.AlreadyUsed(clock.instant(), BROWSER));
      assertThat(signOn.portalSessions().live(NEWEST_ONLY, admitted.cookie()))
          .contains(admitted.session());
    }

    @Test
    void leavesARevokedOneRevoked() {
      Token first = issue(ADA);
      signOn.links().revoke(NEWEST_ONLY, first, BROWSER);
      issue(ADA);

      assertThat(why(redeem(first))).isEqualTo(new Refusal.AlreadyRevoked(clock.instant()));
    }

    @Test
    void comesAfterOneThatHasExpiredAsAfterAnyOther() {
      issue(ADA);
      clock.advance(ofSeconds(61));
      Token second = issue(ADA);

      assertThat(redeem(second)).isInstanceOf(Admitted.class);
    }

    @Test
    void isTheHoldersNewestEvenAfterItsOwnRecordIsGone() {
      Token first = issue(ADA);
      clock.advance(Duration.ofDays(3));
      Token second = issue(ADA);
      Token third = issue(ADA);

      assertThat(redeem(first)).isInstanceOf(Refused.class);
      assertThat(redeem(second)).isInstanceOf(Refused.class);
      assertThat(redeem(third)).isInstanceOf(Admitted.class);
    }
  }

  @Nested
  class ALinkOfSomebodyElse {
    private final Token adas = issue(ADA);

    @Test
    void leavesMineAsItIs() {
      issue(new Subject("shop", "grace"));
      issue(new Subject("other-shop", "ada"));
      issue(new Subject("shop", "ada", "assistant"));

      assertThat(redeem(adas)).isInstanceOf(Admitted.class);
    }

    @Test
    void leavesMineAsItIsThoughTheHoldersNamesRunTogether() {
      issue(new Subject("shopada", ""));
      issue(new Subject("", "shopada"));
      issue(new Subject("shop", "", "ada"));

      assertThat(redeem(adas)).isInstanceOf(Admitted.class);
    }
  }

  @Test
  void happensOnEveryNodeOfOneStore() throws Exception {
    List<SignOn> nodes = List.of(signOn, node(), node());
    List<Token> tokens =
        Race.of(
            60,
            caller ->
                () ->
                    nodes
                        .get(caller % nodes.size())
                        .links()
                        .issue(LinkRequest.of(NEWEST_ONLY, ADA, ""))
                        .token());

    assertThat(tokens)
        .extracting(token -> nodes.get(1).links().redeem(NEWEST_ONLY, token, BROWSER))
        .filteredOn(Admitted.class::isInstance)
        .hasSize(1);
  }

  @Test
  void doesNotHappenInOtherRealms() {
    Token first = issue(SIDE_BY_SIDE, ADA);
    issue(SIDE_BY_SIDE, ADA);
    issue(NEWEST_ONLY, ADA);

    assertThat(signOn.links().redeem(SIDE_BY_SIDE, first, BROWSER)).isInstanceOf(Admitted.class);
  }

  @Nested
  class ManyAtOnce {
    private static final int THREADS = 64;
    private static final int ROUNDS = 20;

    @Test
    void leaveExactlyOneThatWorks() throws Exception {
      for (int round = 0; round < ROUNDS; round++) {
        List<Token> tokens = Race.of(THREADS, thread -> () -> issue(ADA));

        assertThat(tokens.stream().map(SupersedingTest.this::redeem))
            .filteredOn(Admitted.class::isInstance)
            .hasSize(1);
      }
    }

    @Test
    void neverLeaveOneThatWorksOnceItsSuccessorWasAnswered() throws Exception {
      List<List<Redemption>> late =
          Race.of(
              THREADS,
              thread ->
                  () -> {
                    List<Redemption> redemptions = new ArrayList<>();
                    Token mine = issue(ADA);
                    for (int round = 0; round < ROUNDS; round++) {
                      Token next = issue(ADA);
                      redemptions.add(redeem(mine));
                      mine = next;
                    }
                    return redemptions;
                  });

      assertThat(late)
          .flatMap(redemptions -> redemptions)
          .extracting(SupersedingTest::why)
          .containsOnly(new Refusal.AlreadySuperseded(clock.instant()));
    }

    @Test
    void letInNobodyTwiceWhileLinksAreBeingReplaced() throws Exception {
      for (int round = 0; round < ROUNDS; round++) {
        Token token = issue(ADA);
        List<Boolean> admitted =
            Race.of(
                THREADS,
                thread ->
                    () -> {
                      if (thread % 8 == 0) {
                        issue(ADA);
                        return false;
                      }
                      return redeem(token) instanceof Admitted;
                    });

        assertThat(admitted).filteredOn(in -> in).hasSizeLessThanOrEqualTo(1);
        assertThat(redeem(token)).isInstanceOf(Refused.class);
      }
    }
  }

  private SignOn node() {
    return SignOn.over(
        store,
        clock,
        new ServerKey(new byte[ServerKey.BYTES]),
        new Lifetimes(Duration.ofHours(1), Duration.ofDays(1)));
  }

  private Token issue(Subject subject) {
    return issue(NEWEST_ONLY, subject);
  }

  private Token issue(PortalKind portalKind, Subject subject) {
    return signOn.links().issue(LinkRequest.of(portalKind, subject, "")).token();
  }

  private static Refusal why(Redemption redemption) {
    return ((Refused) redemption).why();
  }

  private Redemption redeem(Token token) {
    return signOn.links().redeem(NEWEST_ONLY, token, BROWSER);
  }
}
