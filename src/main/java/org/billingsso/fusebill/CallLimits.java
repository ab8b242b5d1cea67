package org.billingsso.fusebill;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.billingsso.directory.Account;
import org.billingsso.http.Answer;
import org.billingsso.http.Answer.Header;
import org.billingsso.http.HttpError;
import org.billingsso.http.RateLimit;
import org.billingsso.http.RateLimit.Quota;

/** What an account may call in a minute and in a day, as every answer tells it. */
final class CallLimits {
  /** Whom nothing is counted for: callers without a valid key. */
  private static final String STRANGER = "";

  private final RateLimit minute;
  private final RateLimit day;
  private final boolean enforced;

  CallLimits(FusebillSettings settings, InstantSource clock) {
    minute = new RateLimit(settings.callsPerMinute(), Duration.ofMinutes(1), clock);
    day = new RateLimit(settings.callsPerDay(), Duration.ofDays(1), clock);
    enforced = settings.enforceLimits();
  }

  /**
   * Counts one call.
   *
   * @throws HttpError 429 where it is one too many and limits are enforced
   */
  void take(Account account) {
    Stream.of(minute.take(account.name()), day.take(account.name()))
        .filter(quota -> enforced && quota.exceeded())
        .findFirst()
        .ifPresent(
            quota -> {
              throw new HttpError(
                  429, "Too many calls. Call again in " + quota.resetSeconds() + " seconds.");
            });
  }

  /** The answer with what the account has left. */
  Answer told(Answer answer, Optional<Account> account) {
    String caller = account.map(Account::name).orElse(STRANGER);
    List<Header> left = new ArrayList<>();
    tell(left, "Minute", minute.look(caller));
    tell(left, "Day", day.look(caller));
    return answer.with(left);
  }

  private static void tell(List<Header> left, String window, Quota quota) {
    left.add(new Header("X-Rate-Limit-Limit-" + window, Integer.toString(quota.limit())));
    left.add(new Header("X-Rate-Limit-Remaining-" + window, Integer.toString(quota.remaining())));
    left.add(new Header("X-Rate-Limit-Reset-" + window, Long.toString(quota.resetSeconds())));
  }
}
