package org.billingsso.signon;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.billingsso.TestClock.START;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.billingsso.TestClock;
import org.billingsso.signon.LoginLink.State;
import org.billingsso.store.Key;
import org.billingsso.store.Kind;
import org.billingsso.store.MemoryStore;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LoginLinksTest {
  private static final PortalKind SHOP =
      new PortalKind("shop", LinkPolicy.of(TokenShape.hex(40), ofSeconds(10)).bindingAddress());
  private static final PortalKind OTHER =
      new PortalKind("other", LinkPolicy.of(TokenShape.hex(40), ofSeconds(10)));
  private static final PortalKind SHOWN =
      new PortalKind("shown", LinkPolicy.of(TokenShape.base62(33), ofHours(1)).derivingTokens());
  private static final Address HOME = address("198.51.100.7");
  private static final Address ELSEWHERE = address("203.0.113.9");
  private static final Subject ADA = new Subject("DEMOSHOP", "352365983", "ada@example.com");

  private final TestClock clock = new TestClock();
  private final MemoryStore store = new MemoryStore(clock);
  private final SignOn signOn =
      SignOn.over(
          store,
          clock,
          new ServerKey(new byte[ServerKey.BYTES]),
          new Lifetimes(ofHours(1), ofDays(1)));
  private final LoginLinks links = signOn.links();

  @Nested
  class AFreshLink {
    @Test
    void letsItsHolderInAndSaysWhereTo() {
      Issued issued = links.issue(ada().withNotes(Map.of("page", "home")));

      Redemption redemption = links.redeem(SHOP, issued.token(), HOME);

      assertThat(redemption)
          .isInstanceOfSatisfying(
              Redemption.Admitted.class,
              admitted -> {
                assertThat(admitted.link().target()).isEqualTo("/myaccount/");
                assertThat(admitted.link().notes()).containsEntry("page", "home");
                assertThat(admitted.session().subject()).isEqualTo(ADA);
                assertThat(admitted.session().expiresAt()).isEqualTo(START.plus(ofHours(1)));
                assertThat(signOn.portalSessions().live(SHOP, admitted.cookie()))
                    .contains(admitted.session());
              });
    }

    @Test
    void worksUntilTheLastMillisecond() {
      Issued issued = links.issue(ada());
      clock.advance(ofSeconds(10).minus(ofMillis(1)));

      assertThat(links.redeem(SHOP, issued.token(), HOME)).isInstanceOf(Redemption.Admitted.class);
    }

    @Test
    void meansNothingInAnotherRealm() {
      Issued issued = links.issue(ada());

      assertThat(links.redeem(OTHER, issued.token(), HOME))
          .satisfies(refused(new Refusal.Unknown()));
      assertThat(links.look(OTHER, issued.token())).isEmpty();
      assertThat(links.redeem(SHOP, issued.token(), HOME)).isInstanceOf(Redemption.Admitted.class);
    }

    @Test
    void hasATokenOfItsPoliciesShapeThatNoRecordContains() {
      Issued issued = links.issue(ada());

      assertThat(issued.token().value()).matches("[0-9a-f]{40}");
      assertThat(issued.token()).asString().doesNotContain(issued.token().value());
      assertThat(issued.link()).asString().doesNotContain(issued.token().value());
    }
  }

  @Nested
  class AUsedLink {
    @Test
    void isRefusedAndTheRefusalSaysWhenAndFromWhere() {
      Issued issued = links.issue(ada());
      links.redeem(SHOP, issued.token(), HOME);
      clock.advance(ofSeconds(3));

      assertThat(links.redeem(SHOP, issued.token(), ELSEWHERE))
          .satisfies(refused(new Refusal.AlreadyUsed(START, HOME)));
    }

    @Test
    void isStillCalledUsedWhenItsTimeIsOver() {
      Issued issued = links.issue(ada());
      links.redeem(SHOP, issued.token(), HOME);
      clock.advance(ofHours(5));

      assertThat(links.redeem(SHOP, issued.token(), HOME))
          .satisfies(refused(new Refusal.AlreadyUsed(START, HOME)));
    }

    @Test
    void isKnownForAsLongAsTheSessionThatItBegan() {
      Token token = links.issue(ada()).token();
      links.redeem(SHOP, token, HOME);

      assertThat(store.get(new Key(new Kind("login-link"), token.hash())))
          .hasValueSatisfying(
              entry ->
                  assertThat(entry.keepUntil()).isEqualTo(START.plus(ofHours(1)).plus(ofDays(1))));
    }

    @Test
    void cannotBeRevoked() {
      Issued issued = links.issue(ada());
      links.redeem(SHOP, issued.token(), HOME);

      assertThat(links.revoke(SHOP, issued.token(), HOME))
          .hasValueSatisfying(link -> assertThat(link.state()).isInstanceOf(State.Used.class));
    }
  }

  @Nested
  class AnExpiredLink {
    @Test
    void isRefusedFromTheFirstMomentOfItsExpiry() {
      Issued issued = links.issue(ada());
      clock.advance(ofSeconds(10));

      assertThat(links.redeem(SHOP, issued.token(), HOME))
          .satisfies(refused(new Refusal.Expired(START.plusSeconds(10))));
    }

    @Test
    void isKnownAsExpiredForADay() {
      Issued issued = links.issue(ada());
      clock.advance(ofSeconds(10).plus(ofDays(1)).minus(ofMillis(1)));

      assertThat(links.redeem(SHOP, issued.token(), HOME))
          .satisfies(refused(new Refusal.Expired(START.plusSeconds(10))));
    }
  }

  @Nested
  class ALinkForOneAddress {
    @Test
    void isRefusedElsewhereAndStillWorksAtThatAddress() {
      Issued issued = links.issue(ada().boundTo(Optional.of(HOME)));

      assertThat(links.redeem(SHOP, issued.token(), ELSEWHERE))
          .satisfies(refused(new Refusal.OtherAddress(HOME, ELSEWHERE)));
      assertThat(links.redeem(SHOP, issued.token(), HOME)).isInstanceOf(Redemption.Admitted.class);
    }

    @Test
    void cannotBeIssuedWhereTheRealmBindsNone() {
      assertThatThrownBy(() -> LinkRequest.of(OTHER, ADA, "/").boundTo(Optional.of(HOME)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class ARevokedLink {
    @Test
    void isRefusedAndTheRefusalSaysWhen() {
      Issued issued = links.issue(ada());
      clock.advance(ofSeconds(2));
      links.revoke(SHOP, issued.token(), HOME);

      assertThat(links.redeem(SHOP, issued.token(), HOME))
          .satisfies(refused(new Refusal.AlreadyRevoked(START.plusSeconds(2))));
    }
  }

  @Nested
  class ALinkWhoseTokenIsShownAgain {
    @Test
    void isFoundByItsIdWithTheSameToken() {
      Issued issued = links.issue(LinkRequest.of(SHOWN, ADA, "/portal/v2/home"));

      assertThat(issued.token().value()).matches("[0-9A-Za-z]{33}");
      assertThat(links.byId(SHOWN, issued.link().id())).contains(issued);
      assertThat(links.byId(SHOWN, "nobody")).isEmpty();
    }
  }

  @Nested
  class AnUnknownToken {
    @Test
    void isRefused() {
      assertThat(links.redeem(SHOP, new Token("0".repeat(40)), HOME))
          .satisfies(refused(new Refusal.Unknown()));
    }

    @Test
    void isOneInAnotherLetterCase() {
      Issued issued = links.issue(LinkRequest.of(SHOWN, ADA, "/"));

      assertThat(
              links.redeem(SHOWN, new Token(issued.token().value().toLowerCase(Locale.ROOT)), HOME))
          .satisfies(refused(new Refusal.Unknown()));
    }
  }

  private static LinkRequest ada() {
    return LinkRequest.of(SHOP, ADA, "/myaccount/");
  }

  private static Consumer<Redemption> refused(Refusal why) {
    return redemption ->
        assertThat(redemption)
            .isInstanceOfSatisfying(
                Redemption.Refused.class, refused -> assertThat(refused.why()).isEqualTo(why));
  }

  private static Address address(String literal) {
    return Address.parse(literal).orElseThrow();
  }
}
