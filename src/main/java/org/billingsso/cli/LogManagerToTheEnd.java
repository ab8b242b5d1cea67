package org.billingsso.cli;

import java.util.logging.LogManager;

/** Leaves the log open while the process ends; the JDK's own closes it before the gateway stops. */
public final class LogManagerToTheEnd extends LogManager {
  /** Called by the JDK. */
  public LogManagerToTheEnd() {}

  /** Does nothing: the JDK asks for it at its end, and before it reads a configuration. */
  @Override
  public void reset() {}
}
