package org.billingsso.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A record as Redis holds it: one string under one key, so that every operation stays in one slot.
 * The string is version, insertion and keepUntil, 8 bytes each and big-endian, then the body.
 *
 * @param insertion larger than that of every record inserted before it
 */
record RedisRecord(Entry entry, long insertion) {
  private static final String PREFIX = "gateway:";
  private static final int HEADER = 3 * Long.BYTES;

  static byte[] key(Key key) {
    return (PREFIX + key.kind().name() + ":" + key.id()).getBytes(StandardCharsets.US_ASCII);
  }

  /** Matches the keys of all records and no others. */
  static String pattern() {
    return PREFIX + "*";
  }

  /** The record's name, from its key in Redis. */
  static Key name(String key) {
    String[] parts = key.split(":", 3);
    return new Key(new Kind(parts[1]), parts[2]);
  }

  /** Matches the keys of that kind and no others. */
  static String pattern(Kind kind) {
    return PREFIX + kind.name() + ":*";
  }

  static String id(Kind kind, String key) {
    return key.substring(PREFIX.length() + kind.name().length() + 1);
  }

  byte[] encoded() {
    return ByteBuffer.allocate(HEADER + entry.body().length)
        .put(bytes(entry.version()))
        .putLong(insertion)
        .put(tail(entry.keepUntil(), entry.body()))
        .array();
  }

  /** What a replacement brings after version and insertion. */
  static byte[] tail(Instant keepUntil, byte[] body) {
    return ByteBuffer.allocate(Long.BYTES + body.length)
        .putLong(keepUntil.toEpochMilli())
        .put(body)
        .array();
  }

  static byte[] bytes(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  static RedisRecord decode(Key key, byte[] encoded) {
    ByteBuffer buffer = ByteBuffer.wrap(encoded);
    long version = buffer.getLong();
    long insertion = buffer.getLong();
    Instant keepUntil = Instant.ofEpochMilli(buffer.getLong());
    byte[] body = new byte[buffer.remaining()];
    buffer.get(body);
    return new RedisRecord(new Entry(key, version, body, keepUntil), insertion);
  }
}
