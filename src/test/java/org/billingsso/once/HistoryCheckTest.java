package org.billingsso.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.billingsso.TestClock;
import org.billingsso.once.Redemption.Outcome;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The check finds every broken promise, and nothing where all were kept. */
class HistoryCheckTest {
  private static final Instant START = TestClock.START;
  private static final String NOBODY = "";
  private static final String ADA = "ada";

  private final List<Issue> issues = new ArrayList<>();
  private final List<Redemption> redemptions = new ArrayList<>();
  private final List<Span> outages = new ArrayList<>();

  @Nested
  class AGoodHistory {
    @Test
    void mayHaveRacesWithOneWinner() {
      issue("a", NOBODY, 1, 2);
      redeem("a", 3, 6, Outcome.USED);
      redeem("a", 4, 5, Outcome.ADMITTED);

      assertThat(violations()).isEmpty();
    }

    @Test
    void mayHaveAnOldLinkRedeemedWhileItsSuccessorIsBeingIssued() {
      issue("a", ADA, 1, 2);
      redeem("a", 4, 5, Outcome.ADMITTED);
      issue("b", ADA, 3, 6);
      redeem("b", 7, 8, Outcome.ADMITTED);

      assertThat(violations()).isEmpty();
    }

    @Test
    void mayEndEitherOfTwoLinksThatWereIssuedAtOnce() {
      issue("a", ADA, 1, 3);
      issue("b", ADA, 2, 4);
      redeem("a", 5, 6, Outcome.ADMITTED);
      redeem("b", 7, 8, Outcome.SUPERSEDED);

      assertThat(violations()).isEmpty();
    }

    @Test
    void mayHaveLinksOfOthersThatEndNothing() {
      issue("a", NOBODY, 1, 2);
      issue("b", NOBODY, 3, 4);
      redeem("a", 5, 6, Outcome.ADMITTED);
      redeem("b", 7, 8, Outcome.ADMITTED);

      assertThat(violations()).isEmpty();
    }

    @Test
    void mayRefuseForWhatARequestWithoutAnswerMayHaveDone() {
      issue("a", NOBODY, 1, 2);
      redeem("a", 3, Span.NEVER, Outcome.UNANSWERED);
      redeem("a", 4, 5, Outcome.USED);
      issue("b", ADA, 6, 7);
      issue("", ADA, 8, Span.NEVER);
      redeem("b", 9, 10, Outcome.SUPERSEDED);

      assertThat(violations()).isEmpty();
    }

    @Test
    void mayRefuseWhatItsOwnFirstAttemptUsedOnANodeThatWasLost() {
      issue("a", NOBODY, 1, 2);
      outages.add(new Span(4, 6, START, START));
      redeem("a", 3, 5, Outcome.USED);
      redeem("a", 7, 8, Outcome.USED);

      assertThat(violations()).isEmpty();
    }

    @Test
    void mayRefuseWhatExpiredWhileItWasRedeemed() {
      issue("a", NOBODY, 1, 2);
      redemptions.add(new Redemption(new Span(3, 4, at(9_999), at(10_000)), "a", Outcome.EXPIRED));
      issue("b", NOBODY, 5, 6);
      redemptions.add(new Redemption(new Span(7, 8, at(9_999), at(10_000)), "b", Outcome.ADMITTED));

      assertThat(violations()).isEmpty();
    }
  }

  @Nested
  class ABadHistory {
    @Test
    void hasALinkThatWasRedeemedTwice() {
      issue("a", NOBODY, 1, 2);
      redeem("a", 3, 5, Outcome.ADMITTED);
      redeem("a", 4, 6, Outcome.ADMITTED);

      assertThat(violations()).singleElement().asString().contains("redeemed twice");
    }

    @Test
    void hasAnOldLinkThatWasRedeemedAfterItsSuccessorWasAnswered() {
      issue("a", ADA, 1, 2);
      issue("b", ADA, 3, 4);
      redeem("a", 5, 6, Outcome.ADMITTED);

      assertThat(violations()).singleElement().asString().contains("superseded link was redeemed");
    }

    @Test
    void hasTwoGoodLinksOfOneHolder() {
      issue("a", ADA, 1, 3);
      issue("b", ADA, 2, 4);
      redeem("a", 5, 7, Outcome.ADMITTED);
      redeem("b", 6, 8, Outcome.ADMITTED);

      assertThat(violations()).singleElement().asString().contains("good at once");
    }

    @Test
    void hasALinkThatWasRedeemedAtTheMomentItExpired() {
      issue("a", NOBODY, 1, 2);
      redemptions.add(
          new Redemption(new Span(3, 4, at(10_000), at(10_000)), "a", Outcome.ADMITTED));

      assertThat(violations()).singleElement().asString().contains("expired link was redeemed");
    }

    @Test
    void hasAWinnerWithoutASession() {
      issue("a", NOBODY, 1, 2);
      redeem("a", 3, 4, Outcome.SHUT_OUT);

      assertThat(violations()).singleElement().asString().contains("got no session");
    }

    @Test
    void hasALinkThatWasRefusedAsUsedBeforeAnybodyCame() {
      issue("a", NOBODY, 1, 2);
      redeem("a", 3, 4, Outcome.USED);
      redeem("a", 5, 6, Outcome.ADMITTED);

      assertThat(violations()).singleElement().asString().contains("nobody had used it");
    }

    @Test
    void hasALinkThatWasRefusedForANewerOneThatIsOlder() {
      issue("a", ADA, 1, 2);
      issue("b", ADA, 3, 4);
      redeem("b", 5, 6, Outcome.SUPERSEDED);

      assertThat(violations()).singleElement().asString().contains("no newer one was asked for");
    }

    @Test
    void hasALinkThatWasRefusedTooEarly() {
      issue("a", NOBODY, 1, 2);
      redemptions.add(new Redemption(new Span(3, 4, at(0), at(9_999)), "a", Outcome.EXPIRED));

      assertThat(violations()).singleElement().asString().contains("its time was not over");
    }

    @Test
    void hasALinkThatWasForgotten() {
      issue("a", NOBODY, 1, 2);
      redeem("a", 3, 4, Outcome.UNKNOWN);

      assertThat(violations()).singleElement().asString().contains("it was issued");
    }

    @Test
    void hasALinkFromNowhere() {
      redeem("a", 1, 2, Outcome.ADMITTED);

      assertThat(violations()).singleElement().asString().contains("never issued");
    }
  }

  private List<String> violations() {
    return HistoryCheck.violations(new History(issues, redemptions, outages));
  }

  private void issue(String link, String holder, long began, long ended) {
    issues.add(new Issue(new Span(began, ended, START, START), link, holder, validity()));
  }

  private void redeem(String link, long began, long ended, Outcome outcome) {
    redemptions.add(new Redemption(new Span(began, ended, START, START), link, outcome));
  }

  private static Duration validity() {
    return Duration.ofSeconds(10);
  }

  private static Instant at(long millis) {
    return START.plusMillis(millis);
  }
}
