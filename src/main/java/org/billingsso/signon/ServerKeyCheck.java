package org.billingsso.signon;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.billingsso.signon.Records.Stored;
import org.billingsso.store.Entry;
import org.billingsso.store.Key;
import org.billingsso.store.Kind;
import org.billingsso.store.Store;

/**
 * Notes in a store with which server key its records are made. Nodes with different keys would work
 * side by side until one of them looks for what another has issued; so the second key is told apart
 * at the start. The note is a fingerprint of the key, from which nobody can tell the key.
 */
public final class ServerKeyCheck {
  private static final String KIND = "server-key";
  private static final String ID = "fingerprint";

  /** Where the note is. */
  public static final Key RECORD = new Key(new Kind(KIND), ID);

  /** The note is never dropped. */
  private static final Instant FOR_GOOD = Instant.parse("9999-12-31T00:00:00Z");

  private ServerKeyCheck() {}

  /** Whether a store's records are made with that key; those of a new store are from now on. */
  public static boolean isKeyOf(Store store, ServerKey key) {
    Records<String> notes = new Records<>(store, KIND, new TextCodec());
    String fingerprint = HexFormat.of().formatHex(key.derive("server-key-fingerprint", ""));
    while (true) {
      Optional<Stored<String>> noted = notes.get(ID);
      if (noted.isPresent()) {
        return noted.get().value().equals(fingerprint);
      }
      if (notes.insert(ID, fingerprint, FOR_GOOD)) {
        return true;
      }
    }
  }

  /** Whether that record of another store tells that its key is not the one of this store. */
  public static boolean isOfAnotherKey(Entry record, Store store) {
    return record.key().equals(RECORD)
        && store.get(RECORD).filter(own -> !Arrays.equals(own.body(), record.body())).isPresent();
  }
}
