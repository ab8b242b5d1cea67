package org.billingsso.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.billingsso.store.Records.LATER;
import static org.billingsso.store.Records.body;
import static org.billingsso.store.Records.someKey;
import static org.billingsso.store.Records.someKind;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RedisClusterStoreTest extends RedisStoreContract {
  private static RedisCluster cluster;

  @BeforeAll
  static void startCluster() throws Exception {
    cluster = RedisCluster.start();
  }

  @AfterAll
  static void stopCluster() {
    cluster.close();
  }

  @Override
  String url() {
    return cluster.url() + "/?waitReplicas=1";
  }

  @Nested
  class Opening {
    @Test
    void findsTheClusterFromOneOfItsServers() {
      Key key = someKey();
      store.insert(key, body("one"), LATER);

      try (Store found = open(cluster.node(0).url())) {
        assertThat(found.get(key)).hasValueSatisfying(isEntry(key, 1, "one", LATER));
      }
    }
  }

  @Nested
  class APrimaryThatIsKilled {
    @Test
    void isSucceededByItsReplicaWhichHasEverythingThatWasAnswered() throws Exception {
      Kind kind = someKind();
      List<Key> before = Stream.generate(() -> someKey(kind)).limit(100).toList();
      before.forEach(key -> store.insert(key, body("before"), LATER));

      List<String> answered = answeredUntil(kind, writer -> cluster.node(0).kill());

      await()
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .untilAsserted(
              () -> assertThat(before).allSatisfy(key -> assertThat(store.get(key)).isPresent()));
      assertKept(kind, answered);

      cluster.node(0).restart();
      cluster.awaitHealth();
      await()
          .ignoreExceptions()
          .untilAsserted(
              () ->
                  assertThat(before)
                      .allSatisfy(
                          key ->
                              assertThat(store.get(key))
                                  .hasValueSatisfying(
                                      entry ->
                                          store.replace(
                                              key, entry.version(), body("after"), LATER))));
    }
  }
}
