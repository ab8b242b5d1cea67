package org.billingsso.once;

/** A back end that asks for login links. For one thread. */
interface BackEnd {
  /** A new link; empty where there was none in the answer, or no answer. */
  String issue();

  /** Whose earlier links a new one ends; empty where it ends none. */
  String holder();
}
