package org.billingsso.portal;

import java.time.Duration;
import java.time.Instant;
import org.billingsso.journal.Diagnosis;
import org.billingsso.signon.Refusal;

/**
 * A refusal in words.
 *
 * @param status the HTTP status that goes with it
 * @param title that it happened
 * @param what what happened, when, and from where
 * @param next what the person can do about it
 * @param advice what the operator can do about it
 */
record Explanation(int status, String title, String what, String next, String advice) {
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int GONE = 410;

  private static final String ASK_AGAIN =
      "Go back to the site that sent you here and use its link or button again. It gets a new login"
          + " link for you each time.";

  static Explanation of(Refusal why, Instant now) {
    if (why instanceof Refusal.Expired expired) {
      return new Explanation(
          GONE,
          "This login link has expired",
          "It expired " + when(expired.at(), now) + ".",
          ASK_AGAIN,
          "make links at the click, or valid for longer");
    }
    if (why instanceof Refusal.AlreadyUsed used) {
      return new Explanation(
          GONE,
          "This login link has already been used",
          "It was used " + when(used.at(), now) + ", from the address " + used.by() + ".",
          "A login link lets one visitor in, once. " + ASK_AGAIN,
          "redirect to links and keep them nowhere, since previews and scanners follow them");
    }
    if (why instanceof Refusal.AlreadySuperseded superseded) {
      return new Explanation(
          GONE,
          "A newer login link has replaced this one",
          "It was replaced " + when(superseded.at(), now) + ".",
          "Use the newer link. " + ASK_AGAIN,
          "only the newest link of a customer works");
    }
    if (why instanceof Refusal.AlreadyRevoked revoked) {
      return new Explanation(
          GONE,
          "This login link has been withdrawn",
          "It was withdrawn " + when(revoked.at(), now) + ".",
          ASK_AGAIN,
          "the back end took it back");
    }
    if (why instanceof Refusal.OtherAddress other) {
      return new Explanation(
          FORBIDDEN,
          "This login link is bound to another address",
          "It works from one network address only, and you came from " + other.seen() + ".",
          "The link is still unused and works from the network for which it was made. For another"
              + " one, go back to the site that sent you here and use its link or button again.",
          "the link is bound to "
              + other.expected()
              + "; see trustedProxies if that is the client");
    }
    if (why instanceof Refusal.Damaged damaged) {
      return new Explanation(
          NOT_FOUND,
          "This login link arrived damaged",
          DamagedLink.sentence(damaged.damage()),
          "Copy the whole link, and nothing else, into your browser's address bar: opening the"
              + " damaged one has not used it up. If that does not help, ask for a new one. "
              + ASK_AGAIN,
          DamagedLink.advice(damaged.damage()));
    }
    return new Explanation(
        NOT_FOUND,
        "This login link is unknown",
        "No such link was issued here, or so long ago that its record is gone.",
        ASK_AGAIN,
        "look whether the link was issued by this gateway and for this portal");
  }

  /** The same for the operator. */
  Diagnosis diagnosis() {
    return Diagnosis.of(title + ". " + what).expected("for the caller: " + advice);
  }

  private static String when(Instant at, Instant now) {
    Duration ago = Duration.between(at, now);
    String moment = "on " + Wording.moment(at);
    return ago.isNegative() ? moment : Wording.span(ago) + " ago, " + moment;
  }
}
