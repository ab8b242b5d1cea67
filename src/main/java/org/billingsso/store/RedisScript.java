package org.billingsso.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** A script that the server runs as one atomic step on one key, and remembers by its SHA-1. */
final class RedisScript {
  private final byte[] text;
  private final byte[] hash;

  RedisScript(String text) {
    this.text = text.getBytes(StandardCharsets.US_ASCII);
    this.hash = HexFormat.of().formatHex(sha1(this.text)).getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] sha1(byte[] text) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-1", e);
    }
  }

  /** Whether the script answered 1. */
  boolean run(RedisServers servers, byte[] key, byte[]... arguments) {
    List<byte[]> keys = List.of(key);
    List<byte[]> values = List.of(arguments);
    Object answer;
    try {
      answer = servers.write(key, RedisServers.COMMANDS.evalsha(hash, keys, values));
    } catch (JedisNoScriptException e) {
      answer = servers.write(key, RedisServers.COMMANDS.eval(text, keys, values));
    }
    return answer.equals(1L);
  }
}
