package org.billingsso.once;

/** Something that is done to a server. */
@FunctionalInterface
interface Step {
  void take() throws Exception;
}
