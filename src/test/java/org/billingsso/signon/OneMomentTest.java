package org.billingsso.signon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.billingsso.TestClock;
import org.billingsso.store.MemoryStore;
import org.junit.jupiter.api.Test;

/** A request is about one moment, whatever the clock does meanwhile. */
class OneMomentTest {
  private static final PortalKind SHOP =
      new PortalKind("shop", LinkPolicy.of(TokenShape.hex(40), Duration.ofSeconds(10)));
  private static final Subject ADA = new Subject("shop", "ada");
  private static final Address HOME = Address.parse("192.0.2.1").orElseThrow();

  private final TestClock clock = new TestClock();
  private final SignOn signOn =
      SignOn.over(
          new MemoryStore(clock),
          clock,
          new ServerKey(new byte[ServerKey.BYTES]),
          new Lifetimes(Duration.ofHours(1), Duration.ofDays(1)));

  @Test
  void whatCameInTimeIsLetInThoughTheClockHasMovedOn() {
    Instant came = clock.instant();
    Token token = signOn.at(came).links().issue(LinkRequest.of(SHOP, ADA, "/")).token();
    clock.advance(Duration.ofDays(1).minusSeconds(1));

    assertThat(signOn.links().redeem(SHOP, token, HOME)).isInstanceOf(Redemption.Refused.class);
    assertThat(signOn.at(came.plusSeconds(9)).links().redeem(SHOP, token, HOME))
        .isInstanceOfSatisfying(
            Redemption.Admitted.class,
            admitted -> {
              assertThat(admitted.session().startedAt()).isEqualTo(came.plusSeconds(9));
              assertThat(admitted.link().state())
                  .isInstanceOfSatisfying(
                      LoginLink.State.Used.class,
                      used -> assertThat(used.at()).isEqualTo(came.plusSeconds(9)));
            });
  }

  @Test
  void whatIsDoneAtOneMomentIsThereAtTheNext() {
    Token session = signOn.at(clock.instant()).apiSessions().open("shop", Duration.ofMinutes(10));

    assertThat(signOn.apiSessions().find(session)).isInstanceOf(Access.Granted.class);
    assertThat(signOn.at(clock.instant().plus(Duration.ofMinutes(10))).apiSessions().find(session))
        .isInstanceOf(Access.Denied.class);
  }
}
