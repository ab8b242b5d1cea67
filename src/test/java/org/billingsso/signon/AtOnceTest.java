package org.billingsso.signon;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.billingsso.TestClock;
import org.billingsso.signon.IdempotentLinks.Result.Found;
import org.billingsso.signon.LoginLink.State;
import org.billingsso.store.Entry;
import org.billingsso.store.MemoryStore;
import org.billingsso.store.Race;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What several callers do at once has the outcome of one of them. */
class AtOnceTest {
  private static final int CALLERS = 8;
  private static final PortalKind SHOWN =
      new PortalKind("shown", LinkPolicy.of(TokenShape.base62(33), ofHours(1)).derivingTokens());
  private static final Subject ADA = new Subject("demo", "ada");
  private static final Address HOME = Address.parse("198.51.100.7").orElseThrow();
  private static final Address OFFICE = Address.parse("203.0.113.9").orElseThrow();

  private final TestClock clock = new TestClock();
  private final MemoryStore store = new MemoryStore(clock);
  private final SignOn signOn =
      SignOn.over(
          store,
          clock,
          new ServerKey(new byte[ServerKey.BYTES]),
          new Lifetimes(ofHours(8), ofDays(1)));
  private final LoginLinks links = signOn.links();

  @AfterEach
  void close() {
    store.close();
  }

  @RepeatedTest(200)
  void aSignOutLeavesNobodyInWhoIsJustComingIn() throws Exception {
    Issued issued = links.issue(LinkRequest.of(SHOWN, ADA, "/"));
    Callable<Boolean> comingIn =
        () ->
            links.redeem(SHOWN, issued.token(), HOME) instanceof Redemption.Admitted in
                && signOn.portalSessions().live(SHOWN, in.cookie()).isPresent();
    Callable<Boolean> signingOut =
        () ->
            signOn
                .portalSessions()
                .end(links.revoke(SHOWN, issued.token(), OFFICE).orElseThrow(), OFFICE)
                .isPresent();

    Race.of(2, number -> number == 0 ? comingIn : signingOut);

    LoginLink link = links.look(SHOWN, issued.token()).orElseThrow();
    if (link.state() instanceof State.Used used) {
      PortalSession session = signOn.portalSessions().byId(used.session()).orElseThrow();
      assertThat(session.isLive(clock.instant())).isFalse();
      assertThat(session.end()).contains(new PortalSession.End(clock.instant(), OFFICE));
    } else {
      assertThat(link.state()).isInstanceOf(State.Revoked.class);
    }
  }

  @Test
  void oneOfManyChangesANote() throws Exception {
    Issued issued = links.issue(LinkRequest.of(SHOWN, ADA, "/").withNotes(Map.of("door", "open")));

    List<Optional<LoginLink>> changed =
        Race.of(
            CALLERS,
            number ->
                () -> links.changeNote(SHOWN, issued.token(), "door", "open", "shut " + number));

    assertThat(changed.stream().flatMap(Optional::stream)).hasSize(1);
    assertThat(links.look(SHOWN, issued.token()).map(LoginLink::notes))
        .isEqualTo(changed.stream().flatMap(Optional::stream).findFirst().map(LoginLink::notes));
  }

  @Test
  void oneLinkIsIssuedForAKeyHoweverManyRequestsCarryIt() throws Exception {
    IdempotencyKey key = new IdempotencyKey("demo", "key", "create", ofMinutes(30));

    List<Found> found =
        Race.of(
            CALLERS,
            number ->
                () -> (Found) signOn.idempotentLinks().issue(key, LinkRequest.of(SHOWN, ADA, "/")));

    Issued issued = found.get(0).issued();
    assertThat(found).extracting(Found::issued).containsOnly(issued);
    assertThat(found).filteredOn(one -> !one.repeated()).hasSize(1);
    assertThat(links.byId(SHOWN, issued.link().id())).contains(issued);
    AtomicInteger stored = new AtomicInteger();
    store.forEach(entry -> stored.addAndGet(isLink(entry) ? 1 : 0));
    assertThat(stored).hasValue(1);
  }

  private static boolean isLink(Entry entry) {
    return entry.key().kind().name().equals("login-link");
  }

  @Test
  void guessesDoNotGetCheaper() throws Exception {
    PasswordAttempts attempts = signOn.passwordAttempts();

    List<Optional<Duration>> waits = Race.of(CALLERS, number -> () -> attempts.begin(ADA, HOME));

    assertThat(waits.stream().filter(Optional::isEmpty)).hasSize(3);
    assertThat(waits.stream().flatMap(Optional::stream)).containsOnly(ofSeconds(1));
    assertThat(attempts.begin(ADA, OFFICE)).isEmpty();
  }
}
