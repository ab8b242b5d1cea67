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
 * The keys with which back ends mark the repetitions of one request. A key stands for its first
 * request for a while; the repetitions, on any node, learn the outcome that the first one chose and
 * can finish what a node that died has begun.
 */
public final class IdempotencyKeys {

  /** What a key means for the request that carries it. */
  public sealed interface Claim {
    /** The request is the first with this key. */
    record First() implements Claim {}

    /**
     * The request has been made before.
     *
     * @param outcome what the first one said that it would make
     */
    record Repeated(String outcome) implements Claim {}

    /** The key stands for another request. */
    record OfAnotherRequest() implements Claim {}
  }

  private record Remembered(String request, String outcome, Instant until) {}

  private final Records<Remembered> keys;
  private final InstantSource clock;

  IdempotencyKeys(Store store, InstantSource clock) {
    this.keys = new Records<>(store, "idempotency-key", new RememberedCodec());
    this.clock = clock;
  }

  /**
   * Makes the key stand for the request, unless it does for one already.
   *
   * @param tenant whose key it is; the same key of another tenant is another key
   * @param request everything that the request says; only its hash is kept
   * @param outcome the name of what the request makes if it is the first
   * @param time how long the key stands for the request
   */
  public Claim claim(String tenant, String key, String request, String outcome, Duration time) {
    String id = new Token(tenant + '\n' + key).hash();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Remembered claimed = new Remembered(new Token(request).hash(), outcome, now.plus(time));
    while (true) {
      Optional<Stored<Remembered>> stored = keys.get(id);
      if (stored.isPresent() && now.isBefore(stored.get().value().until())) {
        Remembered first = stored.get().value();
        return first.request().equals(claimed.request())
            ? new Claim.Repeated(first.outcome())
            : new Claim.OfAnotherRequest();
      }
      if (stored.isPresent()
          ? keys.replace(stored.get(), claimed, claimed.until())
          : keys.insert(id, claimed, claimed.until())) {
        return new Claim.First();
      }
    }
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
