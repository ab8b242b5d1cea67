package org.billingsso.once;

import java.math.BigInteger;
import java.security.Provider;
import java.security.SecureRandomSpi;
import java.security.Security;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What every {@code new SecureRandom()} of the JVM draws from once it is installed: 1, 2, 3 and so
 * on, from {@link #restart} on. A model checker can repeat such a run.
 */
public final class RepeatableRandom extends SecureRandomSpi {
  private static final long serialVersionUID = 1;
  private static final AtomicLong drawn = new AtomicLong();

  /** Made by the provider. */
  public RepeatableRandom() {}

  /** Before anything asks for a random generator. */
  static void install() {
    Security.insertProviderAt(new Repeatable(), 1);
  }

  static void restart() {
    drawn.set(0);
  }

  @Override
  protected void engineNextBytes(byte[] bytes) {
    BigInteger number = BigInteger.valueOf(drawn.incrementAndGet());
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = number.shiftRight(8 * i).byteValue();
    }
  }

  @Override
  protected byte[] engineGenerateSeed(int length) {
    return new byte[length];
  }

  @Override
  protected void engineSetSeed(byte[] seed) {}

  private static final class Repeatable extends Provider {
    private static final long serialVersionUID = 1;

    Repeatable() {
      super("Repeatable", "1", "Numbers in their order");
      put("SecureRandom.Repeatable", RepeatableRandom.class.getName());
    }
  }
}
