package org.billingsso.store;

import redis.clients.jedis.exceptions.JedisClusterOperationException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/** Tells the operator what a failure of Redis means, by the word that its error begins with. */
record RedisFailure(RedisUrl url) {

  StoreException of(JedisException e) {
    return new StoreException("The store " + url + " " + meaning(e), e);
  }

  private static String meaning(JedisException e) {
    String message = e.getMessage() == null ? "" : e.getMessage();
    String word = message.split(" ", 2)[0];
    return switch (word) {
      case "NOAUTH", "WRONGPASS" -> "refused the user or the password. Check the store URL.";
      case "NOPERM" ->
          "denies this user a command. Allow it GET, SET, DEL, EVAL, EVALSHA, SCAN, MGET, ZADD,"
              + " ZREMRANGEBYRANK, ZREVRANGE, INFO and WAIT on gateway*.";
      case "OOM" -> "has used all its memory (maxmemory). Give it more.";
      case "MISCONF" ->
          "cannot write to its disk. Make room there; the gateway then goes on by itself.";
      case "READONLY" -> "is a replica. Name the primary in the store URL.";
      case "LOADING" -> "is still reading its data; the gateway goes on by itself once it has.";
      case "CLUSTERDOWN" ->
          "is a cluster that lacks nodes. Bring them back; the gateway then goes on by itself.";
      default ->
          e instanceof JedisConnectionException || e instanceof JedisClusterOperationException
              ? "cannot be reached. Start the server or check the way to it; the gateway then goes"
                  + " on by itself."
              : "failed. Redis says: " + word;
    };
  }
}
