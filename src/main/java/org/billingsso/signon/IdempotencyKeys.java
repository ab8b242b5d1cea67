package org.billingsso.signon;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.billingsso.signon.Records.Stored;
import org.billingsso.store.Store;

/**
 * The keys with which back ends mark the repetitions of one request. A key stands for its first
 * request for a while; the repetitions, on any node, learn the outcome of the first one.
 *
 * <p>Claim a key after what it is to name has been made, or where making that twice is harmless: a
 * claim that was repeated never makes anything that can be used up.
 */
public final class IdempotencyKeys {

  /** What a key means for the request that carries it. */
  public sealed interface Claim {
    /** The request is the first with this key. */
    record First() implements Claim {}

    /**
     * The request has been made before.
     *
     * @param outcome the name of what the first one made
     */
    record Repeated(String outcome) implements Claim {}

    /** The key stands for another request. */
    record OfAnotherRequest() implements Claim {}
  }

  private record Remembered(String request, String outcome, Instant until) {}

  private final Records<Remembered> keys;
  private final InstantSource clock;

  IdempotencyKeys(Store store, InstantSource clock) {
    this(new Records<>(store, "idempotency-key", new RememberedCodec()), clock);
  }

  private IdempotencyKeys(Records<Remembered> keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** The same keys, by another clock. */
  IdempotencyKeys by(InstantSource other) {
    return new IdempotencyKeys(keys, other);
  }

  /** What the key stands for already; empty where for nothing. */
  Optional<Claim> find(IdempotencyKey key) {
    return keys.get(key.id()).flatMap(first -> meaning(first, key));
  }

  /**
   * Makes the key stand for its request from now on, unless it does for one already.
   *
   * @param outcome the name of what the request makes, if it is the first
   */
  public Claim claim(IdempotencyKey key, String outcome) {
    return claim(key, outcome, now().plus(key.time()));
  }

  /** The same, until that moment. */
  Claim claim(IdempotencyKey key, String outcome, Instant until) {
    Remembered claimed = new Remembered(key.requestHash(), outcome, until);
    while (true) {
      Optional<Stored<Remembered>> stored = keys.get(key.id());
      Optional<Claim> known = stored.flatMap(first -> meaning(first, key));
      if (known.isPresent()) {
        return known.get();
      }
      if (stored.isPresent()
          ? keys.replace(stored.get(), claimed, until)
          : keys.insert(key.id(), claimed, until)) {
        return new Claim.First();
      }
    }
  }

  /**
   * What a key's record says about a request. Its time counts from now on where the clock went
   * back: otherwise a key could stand for its request for as long as the clock did.
   */
  private Optional<Claim> meaning(Stored<Remembered> stored, IdempotencyKey key) {
    Remembered first = stored.value();
    Instant now = now();
    if (!now.isBefore(first.until())) {
      return Optional.empty();
    }
    Instant latest = now.plus(key.time());
    if (first.until().isAfter(latest)) {
      keys.replace(stored, new Remembered(first.request(), first.outcome(), latest), latest);
    }
    return Optional.of(
        first.request().equals(key.requestHash())
            ? new Claim.Repeated(first.outcome())
            : new Claim.OfAnotherRequest());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static final class RememberedCodec implements Codec<Remembered> {
    @Override
    public void write(Remembered key, DataOutput out) throws IOException {
      out.writeUTF(key.request());
      out.writeUTF(key.outcome());
      Codec.writeInstant(key.until(), out);
    }

    @Override
    public Remembered read(DataInput in) throws IOException {
      return new Remembered(in.readUTF(), in.readUTF(), Codec.readInstant(in));
    }
  }
}
