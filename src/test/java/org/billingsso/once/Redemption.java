package org.billingsso.once;

/**
 * A link was followed.
 *
 * @param span when
 * @param link which one
 * @param outcome what came of it
 */
record Redemption(Span span, String link, Outcome outcome) {

  /** What a browser got to see. */
  enum Outcome {
    /** The portal's page, signed in. */
    ADMITTED,
    /** A cookie, which then did not open the portal. */
    SHUT_OUT,
    /** A page that says the link was used before. */
    USED,
    /** A page that says a newer link took its place. */
    SUPERSEDED,
    /** A page that says it expired. */
    EXPIRED,
    /** A page that says there is no such link. */
    UNKNOWN,
    /** Nothing, or an error: whether the link was used up is not known. */
    UNANSWERED
  }

  /** Whether the link was used up for certain. */
  boolean claimed() {
    return outcome == Outcome.ADMITTED || outcome == Outcome.SHUT_OUT;
  }
}
