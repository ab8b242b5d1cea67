package org.billingsso.cli;

import java.lang.reflect.Proxy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signal {@code SIGHUP}, by which Unix services are told to read their configuration again. The
 * JDK has no public API for it but {@code sun.misc.Signal}, which javac does not let be named
 * without a warning.
 */
final class HangUp {
  private static final Logger log = LoggerFactory.getLogger(HangUp.class);
  private static final String NAME = "HUP";

  private HangUp() {}

  /** Has that run each time the signal comes, one after the other, on a thread of its own. */
  static void on(Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object told =
          Proxy.newProxyInstance(
              HangUp.class.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  oneAtATime(action);
                }
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance(NAME), told);
    } catch (ReflectiveOperationException | IllegalArgumentException none) {
      log.debug("This system has no signal {}; a restart reads the configuration again", NAME);
    }
  }

  private static void oneAtATime(Runnable action) {
    synchronized (HangUp.class) {
      action.run();
    }
  }
}
