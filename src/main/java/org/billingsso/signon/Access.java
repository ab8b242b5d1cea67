package org.billingsso.signon;

/** What came of presenting an API session's token. */
public sealed interface Access {

  /** The session is open. */
  record Granted(ApiSession session) implements Access {}

  /** There is none, or it is over. */
  record Denied(Refusal why) implements Access {}
}
