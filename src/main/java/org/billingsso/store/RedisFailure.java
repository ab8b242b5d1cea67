package org.billingsso.store;

import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisClusterOperationException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/** Tells the operator what a failure of Redis means, by the word that its error begins with. */
record RedisFailure(RedisUrl url) {
  private static final String ILLEGIBLE =
      "answers what no Redis does. Check the store URL and what is between the gateway and it.";

  StoreException of(JedisException e) {
    return new StoreException("The store " + url + " " + meaning(e), e);
  }

  /** A server that was asked and gave no answer, or none that can be read. */
  StoreException unanswered(RuntimeException e) {
    String what = e instanceof JedisException known ? meaning(known) : ILLEGIBLE;
    return new StoreException("The store " + url + " " + what + " " + StoreException.UNKNOWN, e);
  }

  private String meaning(JedisException e) {
    String message = e.getMessage() == null ? "" : e.getMessage();
    String word = message.split(" ", 2)[0];
    return switch (word) {
      case "NOAUTH", "WRONGPASS" -> "refused the user or the password. Check the store URL.";
      case "NOPERM" ->
          "denies this user a command. Allow it GET, GETRANGE, SET, DEL, EVAL, EVALSHA, SCAN,"
              + " MGET, INFO and WAIT on gateway:*.";
      case "OOM" -> "has used all its memory (maxmemory). Give it more.";
      case "MISCONF" ->
          "cannot write to its disk. Make room there; the gateway then goes on by itself.";
      case "READONLY" -> "is a replica. Name the primary in the store URL.";
      case "LOADING" -> "is still reading its data; the gateway goes on by itself once it has.";
      case "CLUSTERDOWN" ->
          "is a cluster that lacks nodes. Bring them back; the gateway then goes on by itself.";
      case "Could" -> // not get a resource from the pool
          "has kept all "
              + url.connections()
              + " connections busy. Allow more with connections= in the store URL, or relieve it.";
      default -> isUnreachable(e) ? unreachable(e) : "failed. Redis says: " + word;
    };
  }

  static boolean isUnreachable(JedisException e) {
    return e instanceof JedisConnectionException || e instanceof JedisClusterOperationException;
  }

  private static String unreachable(JedisException e) {
    return isCausedBy(SSLException.class, e)
        ? "does not prove over TLS that it is that server. Check the host in the store URL, the"
            + " server's certificate, and Java's trust store (javax.net.ssl.trustStore)."
        : "cannot be reached. Start the server or check the way to it; the gateway then goes on by"
            + " itself.";
  }

  private static boolean isCausedBy(Class<? extends Exception> type, @Nullable Throwable e) {
    return e != null && (type.isInstance(e) || isCausedBy(type, e.getCause()));
  }
}
