package org.billingsso.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * How Redis holds a record: one string under one key, so that every operation stays in one slot.
 * The string is version, eight zeros and keepUntil, 8 bytes each and big-endian, then the body.
 * Where the zeros are, earlier versions of the gateway have a number of their own.
 */
final class RedisRecord {
  private static final String PREFIX = "gateway:";
  private static final int HEADER = 3 * Long.BYTES;

  private RedisRecord() {}

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

  static byte[] encode(long version, byte[] body, Instant keepUntil) {
    return ByteBuffer.allocate(HEADER + body.length)
        .putLong(version)
        .putLong(0)
        .putLong(keepUntil.toEpochMilli())
        .put(body)
        .array();
  }

  /** As it begins where it has that version. */
  static byte[] encodedVersion(long version) {
    return ByteBuffer.allocate(Long.BYTES).putLong(version).array();
  }

  static Entry decode(Key key, byte[] encoded) {
    ByteBuffer buffer = ByteBuffer.wrap(encoded);
    long version = buffer.getLong();
    buffer.getLong();
    Instant keepUntil = Instant.ofEpochMilli(buffer.getLong());
    byte[] body = new byte[buffer.remaining()];
    buffer.get(body);
    return new Entry(key, version, body, keepUntil);
  }
}
