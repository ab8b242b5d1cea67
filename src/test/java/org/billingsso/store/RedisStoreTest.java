package org.billingsso.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.billingsso.store.Records.LATER;
import static org.billingsso.store.Records.body;
import static org.billingsso.store.Records.someKey;
import static org.billingsso.store.Records.someKind;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RedisStoreTest extends RedisStoreContract {
  private static RedisProcess server;

  @BeforeAll
  static void startServer() throws Exception {
    server = RedisProcess.start("appendonly yes", "appendfsync always");
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Override
  String url() {
    return server.url();
  }

  @Nested
  class AServerThatIsKilled {
    @Test
    void isReportedSoonAndUsedAgainOnceItIsBack() {
      Key before = someKey();
      store.insert(before, body("before"), LATER);
      server.kill();

      assertThatThrownBy(() -> store.insert(someKey(), body("between"), LATER))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("cannot be reached. Start the server");
      assertThat(new StoreProbe(store, clock).problem()).isPresent();

      server.restart();

      assertThat(store.insert(someKey(), body("after"), LATER)).isTrue();
      assertThat(store.replace(before, 1, body("after"), LATER)).isTrue();
      assertThat(new StoreProbe(store, clock).problem()).isEmpty();
    }

    @Test
    void keepsEverythingThatWasAnswered() throws Exception {
      Kind kind = someKind();

      List<String> answered = answeredUntil(kind, writer -> server.kill());
      server.restart();

      assertKept(kind, answered);
    }
  }

  @Nested
  class Opening {
    @Test
    void warnsOfSettingsThatLetTheServerForget() throws Exception {
      try (RedisProcess forgetful =
              RedisProcess.start("maxmemory 100mb", "maxmemory-policy allkeys-lru");
          CapturedLog log = CapturedLog.of(RedisDurability.class)) {
        open(forgetful.url()).close();

        assertThat(log.lines())
            .anySatisfy(line -> assertThat(line).contains("Set appendonly yes"))
            .anySatisfy(line -> assertThat(line).contains("Set maxmemory-policy noeviction"))
            .allSatisfy(line -> assertThat(line).contains("could forget used links"));
      }
    }

    @Test
    void warnsWhereTheLastSecondCouldBeLost() throws Exception {
      try (RedisProcess everySecond = RedisProcess.start("appendonly yes");
          CapturedLog log = CapturedLog.of(RedisDurability.class)) {
        open(everySecond.url()).close();

        assertThat(log.lines()).singleElement().asString().contains("Set appendfsync always");
      }
    }

    @Test
    void isSilentWhereTheServerKeepsEverything() {
      try (CapturedLog log = CapturedLog.of(RedisDurability.class)) {
        open(url()).close();

        assertThat(log.lines()).isEmpty();
      }
    }

    @Test
    void refusesAWrongPasswordWithoutShowingIt() throws Exception {
      try (RedisProcess guarded = RedisProcess.start("requirepass right")) {
        assertThatThrownBy(() -> open("redis://:wrong@" + guarded.address()))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("refused the user or the password")
            .hasMessageNotContaining("wrong");
        open("redis://:right@" + guarded.address()).close();
      }
    }

    @Test
    void leavesNoConnectionWhereItIsRefused() throws Exception {
      try (RedisProcess guarded = RedisProcess.start("user blind on >hush ~* +@all -info")) {
        String address = guarded.address().toString();

        for (String refused :
            List.of(
                "redis://blind:hush@" + address,
                "redis://blind:wrong@" + address,
                "redis://nobody:hush@" + address,
                "redis://" + address + ",localhost:1")) {
          assertThatThrownBy(() -> open(refused)).isInstanceOf(StoreException.class);
        }

        Soon.until(() -> guarded.connections() == 0);
      }
    }

    @Test
    void failsSoonWhereNobodyListens() {
      assertThatThrownBy(() -> open("redis://localhost:1"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("cannot be reached");
    }

    @Test
    void refusesSeveralServersThatAreNoCluster() {
      assertThatThrownBy(() -> open(url() + ",localhost:1"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("is not a cluster");
    }
  }

  @Nested
  class AServerThatIsFull {
    @Test
    void isReportedAndUsedAgainOnceItHasRoom() throws Exception {
      try (RedisProcess full = RedisProcess.start("maxmemory-policy noeviction");
          Store onFull = open(full.url())) {
        full.ask(jedis -> jedis.configSet("maxmemory", "1"));

        assertThatThrownBy(() -> onFull.insert(someKey(), body("one"), LATER))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("has used all its memory");

        full.ask(jedis -> jedis.configSet("maxmemory", "0"));

        assertThat(onFull.insert(someKey(), body("one"), LATER)).isTrue();
      }
    }
  }

  @Nested
  class WaitingForAReplica {
    @Test
    void refusesAWriteThatOnlyThePrimaryHas() throws Exception {
      Key key = someKey();
      try (Store waiting = open(url() + "/?waitReplicas=1")) {
        assertThatThrownBy(() -> waiting.insert(key, body("one"), LATER))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("has a write on 0 replicas only, not 1");
      }
    }

    @Test
    void answersWhenTheReplicaHasTheWriteToo() throws Exception {
      try (RedisProcess replica =
              RedisProcess.start("replicaof 127.0.0.1 " + server.address().getPort());
          Store waiting = open(url() + "/?waitReplicas=1")) {
        await()
            .until(() -> server.ask(jedis -> jedis.info("replication")).contains("state=online"));
        Key key = someKey();

        assertThat(waiting.insert(key, body("one"), LATER)).isTrue();
        assertThat(waiting.insert(key, body("one"), LATER)).isFalse();
        assertThat(waiting.replace(key, 1, body("two"), LATER)).isTrue();
        assertThat(waiting.replace(key, 1, body("two"), LATER)).isFalse();

        byte[] replicated = replica.ask(jedis -> jedis.get(RedisRecord.key(key)));
        assertThat(replicated).endsWith(body("two"));
      }
    }
  }

  @Test
  void whatAnEarlierVersionWroteIsReadAndReplaced() {
    Key key = someKey();
    byte[] body = body("one");
    byte[] written =
        ByteBuffer.allocate(3 * Long.BYTES + body.length)
            .putLong(7)
            .putLong(1_795_339_860_000_123L)
            .putLong(LATER.toEpochMilli())
            .put(body)
            .array();
    server.ask(jedis -> jedis.set(RedisRecord.key(key), written));

    assertThat(store.get(key)).hasValueSatisfying(isEntry(key, 7, "one", LATER));
    assertThat(store.replace(key, 7, body("two"), LATER)).isTrue();
    assertThat(store.get(key)).hasValueSatisfying(isEntry(key, 8, "two", LATER));
  }

  @Test
  void forgottenScriptsAreSentAgain() {
    Key key = someKey();
    store.insert(key, body("one"), LATER);
    server.ask(jedis -> jedis.scriptFlush());

    assertThat(store.replace(key, 1, body("two"), LATER)).isTrue();
  }
}
