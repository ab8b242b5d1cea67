package org.billingsso.signon;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.billingsso.signon.Records.Stored;
import org.billingsso.store.Store;

/**
 * Slows down who guesses passwords: after {@value #FREE} wrong ones in a row the next must wait a
 * second, and every further one twice as long. An attempt counts as wrong from its beginning, so
 * that many at once are not many for the price of one. One network may try {@value
 * NetworkAttempts#MOST} in a minute, whoever they are for.
 *
 * <p>Nobody waits longer than the delay itself: where the clock is behind the last attempt, that
 * counts as made now.
 */
public final class PasswordAttempts {
  private static final int FREE = 3;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration MEMORY = Duration.ofHours(1);

  private record Attempts(int inARow, Instant last) {
    boolean isRemembered(Instant now) {
      return now.isBefore(last.plus(MEMORY));
    }

    Attempts oneLess() {
      return new Attempts(Math.max(0, inARow - 1), last);
    }

    /** How long to wait from then on; not positive where it is over. */
    Duration left(Instant now) {
      return Duration.between(now, last.plus(waitAfter(inARow)));
    }
  }

  private final Records<Attempts> attempts;
  private final NetworkAttempts networks;
  private final InstantSource clock;

  PasswordAttempts(Store store, InstantSource clock) {
    this(
        new Records<>(store, "password-attempts", new AttemptsCodec()),
        new NetworkAttempts(),
        clock);
  }

  private PasswordAttempts(
      Records<Attempts> attempts, NetworkAttempts networks, InstantSource clock) {
    this.attempts = attempts;
    this.networks = networks;
    this.clock = clock;
  }

  /** The same attempts, by another clock. */
  PasswordAttempts by(InstantSource other) {
    return new PasswordAttempts(attempts, networks, other);
  }

  /**
   * Begins an attempt.
   *
   * @param user for whom a password is tried, whether there is such a user or not
   * @param from where it comes from; other networks are not slowed down
   * @return how long to wait first; empty where the password may be tried now
   */
  public Optional<Duration> begin(Subject user, Address from) {
    String id = id(user, from);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Optional<Duration> crowded = networks.begin(from.network(), now);
    if (crowded.isPresent()) {
      return crowded;
    }
    while (true) {
      Optional<Stored<Attempts>> stored = attempts.get(id);
      Optional<Attempts> earlier = stored.map(Stored::value).filter(a -> a.isRemembered(now));
      if (earlier.isPresent() && now.isBefore(earlier.get().last())) {
        keep(id, stored, new Attempts(earlier.get().inARow(), now));
        continue;
      }
      Optional<Duration> wait =
          earlier.map(a -> a.left(now)).filter(left -> !left.isNegative() && !left.isZero());
      if (wait.isPresent()) {
        return wait;
      }
      Attempts more = new Attempts(earlier.map(Attempts::inARow).orElse(0) + 1, now);
      if (keep(id, stored, more)) {
        return Optional.empty();
      }
    }
  }

  /** Forgets the wrong passwords, since the right one came. */
  public void succeeded(Subject user, Address from) {
    networks.takeBack(from.network());
    attempts.remove(id(user, from));
  }

  /** Takes back an attempt that was begun, since nobody had time to look at the password. */
  public void notMade(Subject user, Address from) {
    networks.takeBack(from.network());
    String id = id(user, from);
    boolean done = false;
    while (!done) {
      Optional<Stored<Attempts>> stored = attempts.get(id);
      done =
          stored
              .map(Stored::value)
              .map(Attempts::oneLess)
              .map(l -> keep(id, stored, l))
              .orElse(true);
    }
  }

  private boolean keep(String id, Optional<Stored<Attempts>> stored, Attempts next) {
    Instant until = next.last().plus(MEMORY);
    return stored.isPresent()
        ? attempts.replace(stored.get(), next, until)
        : attempts.insert(id, next, until);
  }

  private static Duration waitAfter(int inARow) {
    if (inARow < FREE) {
      return Duration.ZERO;
    }
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(inARow - FREE, 30));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  private static String id(Subject user, Address from) {
    return new Token(user.name() + '\n' + from.network()).hash();
  }

  private static final class AttemptsCodec implements Codec<Attempts> {
    @Override
    public void write(Attempts attempts, DataOutput out) throws IOException {
      out.writeInt(attempts.inARow());
      Codec.writeInstant(attempts.last(), out);
    }

    @Override
    public Attempts read(DataInput in) throws IOException {
      return new Attempts(in.readInt(), Codec.readInstant(in));
    }
  }
}
