package org.billingsso.once;

import java.time.Duration;

/** A back end that asks for login links. For one thread. */
interface BackEnd {
  /** How long its links live. */
  Duration VALIDITY = Duration.ofSeconds(10);

  /** A new link; empty where there was none in the answer, or no answer. */
  String issue();

  /** Whose earlier links a new one ends; empty where it ends none. */
  String holder();
}
