package org.billingsso.signon;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.billingsso.store.Entry;
import org.billingsso.store.Key;
import org.billingsso.store.Kind;
import org.billingsso.store.Store;

/** One kind of record in the store, as values. */
final class Records<T> {
  private static final int USUAL_BODY_BYTES = 256;

  /** A value as it was read, with what it takes to replace exactly that. */
  record Stored<T>(Key key, long version, Instant keepUntil, T value) {}

  private final Store store;
  private final Kind kind;
  private final Codec<T> codec;

  Records(Store store, String kind, Codec<T> codec) {
    this.store = store;
    this.kind = new Kind(kind);
    this.codec = codec;
  }

  Optional<Stored<T>> get(String id) {
    return store.get(new Key(kind, id)).map(this::decoded);
  }

  /** False where a record of that id exists. */
  boolean insert(String id, T value, Instant keepUntil) {
    return store.insert(new Key(kind, id), encode(value), keepUntil);
  }

  /**
   * False where somebody replaced it since it was read. A record is never kept for less long than
   * was said before: so whoever has an older version can tell that its time is over when that of
   * the newest is.
   */
  boolean replace(Stored<T> read, T value, Instant keepUntil) {
    Instant later = keepUntil.isAfter(read.keepUntil()) ? keepUntil : read.keepUntil();
    return store.replace(read.key(), read.version(), encode(value), later);
  }

  void remove(String id) {
    store.remove(new Key(kind, id));
  }

  private Stored<T> decoded(Entry entry) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(entry.body()))) {
      byte format = in.readByte();
      if (format != Codec.FORMAT) {
        throw new IOException("format " + format + " is not one this version reads");
      }
      return new Stored<>(entry.key(), entry.version(), entry.keepUntil(), codec.read(in));
    } catch (IOException unreadable) {
      throw new IllegalStateException(
          "A record of kind " + kind.name() + " cannot be read: " + unreadable.getMessage(),
          unreadable);
    }
  }

  private byte[] encode(T value) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(USUAL_BODY_BYTES);
    try (DataOutputStream out = new DataOutputStream(body)) {
      out.writeByte(Codec.FORMAT);
      codec.write(value, out);
    } catch (IOException tooLong) {
      throw new IllegalArgumentException(
          "Not to be written as a record of kind " + kind.name() + ": " + tooLong.getMessage(),
          tooLong);
    }
    return body.toByteArray();
  }
}
