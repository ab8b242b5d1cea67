package org.billingsso.signon;

import java.time.Instant;
import java.util.Optional;
import org.billingsso.signon.Records.Stored;
import org.billingsso.store.Store;

/**
 * Which link is a subject's newest, in portal kinds where the newest supersedes. Every link that
 * was ever the newest is ended before the next one takes its place, so a redemption need not look
 * here.
 */
final class CurrentLinks {

  /** Ends an earlier link, if it is still unused. */
  interface Supersede {
    void link(String tokenHash);
  }

  private final Records<String> newest;

  CurrentLinks(Store store) {
    this.newest = new Records<>(store, "current-link", new TextCodec());
  }

  /** Makes a stored link its subject's newest and returns when all earlier ones are over. */
  void point(LoginLink link, String tokenHash, Instant keepUntil, Supersede supersede) {
    String id = new Token(link.portalKind() + '\n' + link.subject().name()).hash();
    while (true) {
      Optional<Stored<String>> earlier = newest.get(id);
      if (earlier.isEmpty()) {
        if (newest.insert(id, tokenHash, keepUntil)) {
          return;
        }
      } else {
        supersede.link(earlier.get().value());
        if (newest.replace(earlier.get(), tokenHash, keepUntil)) {
          return;
        }
      }
    }
  }
}
