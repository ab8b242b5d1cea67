package org.billingsso.store;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import org.billingsso.TestClock;

/** Keys, kinds and bodies that no other test has seen, so that tests may share an engine. */
final class Records {
  static final Instant START = TestClock.START;
  static final Instant LATER = START.plusSeconds(86_400);
  private static final SecureRandom RANDOM = new SecureRandom();

  private Records() {}

  static Kind someKind() {
    return new Kind(
        RANDOM.ints(20, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining()));
  }

  static Key someKey() {
    return someKey(someKind());
  }

  static Key someKey(Kind kind) {
    byte[] id = new byte[32];
    RANDOM.nextBytes(id);
    return new Key(kind, HexFormat.of().formatHex(id));
  }

  /** All keys of that kind. */
  static Set<Key> keys(Kind kind, MovableStore store) {
    Set<Key> keys = new HashSet<>();
    store.forEach(
        entry -> {
          if (entry.key().kind().equals(kind)) {
            keys.add(entry.key());
          }
        });
    return keys;
  }

  static byte[] body(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] someBody(int length) {
    byte[] body = new byte[length];
    RANDOM.nextBytes(body);
    return body;
  }

  static String text(Entry entry) {
    return new String(entry.body(), StandardCharsets.UTF_8);
  }
}
