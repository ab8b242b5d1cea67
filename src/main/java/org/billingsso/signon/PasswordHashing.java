package org.billingsso.signon;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Makes and checks hashes of passwords: Argon2id with 19 MiB, two passes and one lane, as OWASP's
 * cheat sheet has it. That much memory is for a few at once only. A few more wait for their turn,
 * and whoever comes then is told that it is {@link Busy}.
 */
public final class PasswordHashing {
  private static final int KIBIBYTES = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  /** All that hash in this process share its memory. */
  private static final PasswordHashing IN_THIS_PROCESS =
      new PasswordHashing(slots(Runtime.getRuntime()), 16);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final int most;
  private final Semaphore slots;
  private final AtomicInteger present = new AtomicInteger();

  /** Too many passwords are being hashed; later there will be room. */
  public static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1;

    Busy() {
      super("Too many passwords are being hashed at once", null, false, false);
    }
  }

  /**
   * @param slots how many are hashed at once
   * @param queue how many more may wait
   */
  PasswordHashing(int slots, int queue) {
    this.slots = new Semaphore(slots, true);
    this.most = slots + queue;
  }

  /** The one whose slots the whole process shares. */
  static PasswordHashing inThisProcess() {
    return IN_THIS_PROCESS;
  }

  /** One for each processor, as long as all together take no more than a quarter of the heap. */
  private static int slots(Runtime machine) {
    long fitting = machine.maxMemory() / 4 / (KIBIBYTES * 1024L);
    return (int) Math.max(1, Math.min(machine.availableProcessors(), fitting));
  }

  /**
   * A new hash of that password, in the notation of the library.
   *
   * @throws Busy where there is no room
   */
  public String hash(String password) {
    return inTurn(
        () -> Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2()).getResult());
  }

  /**
   * Whether that hash is one of that password.
   *
   * @throws Busy where there is no room
   */
  public boolean matches(String password, String hash) {
    return inTurn(
        () -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (present.incrementAndGet() > most
          || !slots.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Busy();
      }
      try {
        return work.get();
      } finally {
        slots.release();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new Busy();
    } finally {
      present.decrementAndGet();
    }
  }

  /**
   * It keeps a copy of its memory from the first call on, so a gateway that hashes nothing never
   * makes it.
   */
  private static Argon2Function argon2() {
    return Argon2Function.getInstance(KIBIBYTES, PASSES, LANES, HASH_BYTES, Argon2.ID);
  }
}
