package org.billingsso.signon;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.billingsso.signon.Records.Stored;
import org.billingsso.store.Store;

/**
 * The passwords that people have set here, as hashes in the notation of the library that made them.
 */
public final class Passwords {
  /** Longer than anybody keeps one. */
  private static final Duration KEPT = Duration.ofDays(36_500);

  private final Records<String> hashes;
  private final InstantSource clock;

  Passwords(Store store, InstantSource clock) {
    this(new Records<>(store, "password", new TextCodec()), clock);
  }

  private Passwords(Records<String> hashes, InstantSource clock) {
    this.hashes = hashes;
    this.clock = clock;
  }

  /** The same passwords, by another clock. */
  Passwords by(InstantSource other) {
    return new Passwords(hashes, other);
  }

  /** The hash of a user's password; empty where the user has set none. */
  public Optional<String> hashOf(Subject user) {
    return hashes.get(id(user)).map(Stored::value);
  }

  /** Sets a user's first password; false where there is one. */
  public boolean setFirst(Subject user, String hash) {
    return hashes.insert(id(user), hash, clock.instant().plus(KEPT));
  }

  private static String id(Subject user) {
    return new Token(user.name()).hash();
  }
}
