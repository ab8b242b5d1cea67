package org.billingsso.rest;

import java.util.List;
import org.billingsso.http.Answer;
import org.billingsso.http.Exchange;
import org.billingsso.http.HttpError;
import org.billingsso.http.RateLimit.Quota;
import org.billingsso.journal.ApiRefusal;

/**
 * What differs between the REST APIs of platforms: who calls, what the one may do, and the words of
 * a refusal.
 *
 * @param <T> an account that can call
 */
public interface ApiDialect<T> {

  /** What outcomes call the platform, such as {@code chargebee}. */
  String platform();

  /**
   * Who makes the call.
   *
   * @throws ApiRefusal where it presents no valid key
   */
  T authenticate(Exchange exchange);

  /** What the account is called in counts and outcomes; no two accounts share a name. */
  String nameOf(T account);

  /**
   * Looks whether the account may use the API at all.
   *
   * @throws ApiRefusal where it may not
   */
  default void permit(T account, Exchange exchange) {}

  /** The refusal of one call too many. */
  ApiRefusal tooMany(Quota exceeded);

  /** What was refused by an HTTP status, in the dialect's terms. */
  ApiRefusal termsFor(HttpError error, Exchange exchange);

  /** A refusal on the wire. */
  Answer words(ApiRefusal refusal);

  /**
   * The answer with what the caller has left, for dialects that tell it; in the order of limits.
   */
  default Answer told(Answer answer, List<Quota> quotas) {
    return answer;
  }
}
