package org.billingsso.signon;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.billingsso.signon.IdempotencyKeys.Claim;

/**
 * Issues login links for requests that carry an idempotency key: on all nodes together, one link
 * for one key.
 *
 * <p>A link is issued under a new id first, and only then does the key come to stand for it. So a
 * repetition finds a link or none, and never issues one under an id that was issued before, however
 * short records are kept: a link that was used stays used. Whoever is too late forgets the link
 * that it made, which nobody has seen.
 */
public final class IdempotentLinks {
  private final LoginLinks links;
  private final IdempotencyKeys keys;
  private final InstantSource clock;

  /** What a request with a key gets. */
  public sealed interface Result {
    /**
     * The key's link.
     *
     * @param issued the link as it is now
     * @param repeated whether an earlier request with the key got it first
     */
    record Found(Issued issued, boolean repeated) implements Result {}

    /** The key stands for a link whose record is gone. */
    record Gone() implements Result {}

    /** The key stands for another request. */
    record KeyInUse() implements Result {}
  }

  IdempotentLinks(LoginLinks links, IdempotencyKeys keys, InstantSource clock) {
    this.links = links;
    this.keys = keys;
    this.clock = clock;
  }

  /** The link of that key, in a portal kind that derives tokens. */
  public Result issue(IdempotencyKey key, LinkRequest request) {
    Optional<Claim> known = keys.find(key);
    if (known.isPresent()) {
      return repeated(known.get(), request);
    }
    Instant until = clock.instant().truncatedTo(ChronoUnit.MILLIS).plus(key.time());
    Issued issued = links.issue(request, until);
    Claim claim = keys.claim(key, issued.link().id(), until);
    if (claim instanceof Claim.First) {
      return new Result.Found(issued, false);
    }
    links.discard(issued);
    return repeated(claim, request);
  }

  private Result repeated(Claim claim, LinkRequest request) {
    if (!(claim instanceof Claim.Repeated repeated)) {
      return new Result.KeyInUse();
    }
    return links
        .byId(request.portalKind(), repeated.outcome())
        .<Result>map(issued -> new Result.Found(issued, true))
        .orElseGet(Result.Gone::new);
  }
}
