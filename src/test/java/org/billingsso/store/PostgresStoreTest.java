package org.billingsso.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.billingsso.store.Records.LATER;
import static org.billingsso.store.Records.body;
import static org.billingsso.store.Records.keys;
import static org.billingsso.store.Records.someKey;
import static org.billingsso.store.Records.someKind;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PostgresStoreTest extends DurableStoreContract {
  private static PostgresServer server;

  @BeforeAll
  static void startServer() throws Exception {
    server = PostgresServer.start();
  }

  @AfterAll
  static void stopServer() throws Exception {
    server.close();
  }

  @Override
  MovableStore open() {
    return open(url());
  }

  @Override
  String url() {
    return server.url("postgres");
  }

  private MovableStore open(String url) {
    return SqlStore.inPostgres((PostgresUrl) StoreUrl.parse(url), clock, Duration.ofMillis(20));
  }

  @Nested
  class AServerThatIsKilled {
    @AfterEach
    void bringBack() {
      server.restart();
    }

    @Test
    void isReportedSoonAndUsedAgainOnceItIsBack() throws Exception {
      Key before = someKey();
      store.insert(before, body("before"), LATER);
      server.kill();

      for (int i = 0; i < 3; i++) {
        long began = System.nanoTime();
        assertThatThrownBy(() -> store.insert(someKey(), body("between"), LATER))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("cannot be reached. Start the server");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
      }
      assertThat(new StoreProbe(store, clock).problem()).isPresent();

      server.restart();

      await().ignoreExceptions().until(() -> store.get(before).isPresent());
      assertThat(store.insert(someKey(), body("after"), LATER)).isTrue();
      assertThat(new StoreProbe(store, clock).problem()).isEmpty();
    }

    @Test
    void keepsEverythingThatWasAnswered() throws Exception {
      Kind kind = someKind();

      List<String> answered = answeredUntil(kind, writer -> server.kill());
      server.restart();

      store.close();
      store = open();
      assertKept(kind, answered);
    }
  }

  @Nested
  class ACommitThatFails {
    @BeforeEach
    void failSomeCommits() throws Exception {
      server.sql(
          """
          CREATE FUNCTION gateway.at_commit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            IF NEW.id LIKE 'refused%' THEN RAISE EXCEPTION 'not this one'; END IF;
            IF NEW.id LIKE 'cut%' THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
            RETURN NULL;
          END $$;
          CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON gateway.record
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION gateway.at_commit();
          """);
    }

    @AfterEach
    void failNoMore() throws Exception {
      server.sql("DROP FUNCTION gateway.at_commit() CASCADE");
    }

    @Test
    void isToldToWhomeverItIsAboutAndToNobodyElse() throws Exception {
      Kind kind = someKind();

      List<String> outcomes =
          Race.of(
              8,
              number ->
                  () -> outcome(new Key(kind, (number % 2 == 0 ? "made" : "refused") + number)));

      for (int number = 0; number < outcomes.size(); number++) {
        assertThat(outcomes.get(number))
            .contains(number % 2 == 0 ? "done" : "PostgreSQL says: ERROR: not this one");
      }
      assertThat(keys(kind, store)).extracting(Key::id).allMatch(id -> id.startsWith("made"));
      assertThat(keys(kind, store)).hasSize(4);
    }

    @Test
    void isToldAsUnknownWhereTheConnectionIsCutMeanwhileAndTheNextOneWorks() {
      Key cut = new Key(someKind(), "cut");

      assertThat(outcome(cut))
          .contains("cannot be reached")
          .contains("Whether this operation took effect is unknown: make the call again");
      assertThat(store.get(cut)).isEmpty();
      assertThat(outcome(someKey())).isEqualTo("done");
    }

    private String outcome(Key key) {
      try {
        return store.insert(key, body("one"), LATER) ? "done" : "there already";
      } catch (StoreException e) {
        return String.valueOf(e.getMessage());
      }
    }
  }

  @Nested
  class Opening {
    @Test
    void leavesNoConnectionWhereItIsRefused() throws Exception {
      server.sql("CREATE DATABASE damaged");
      open(server.url("damaged")).close();
      server.sql("damaged", "UPDATE gateway.flyway_schema_history SET checksum = 7");
      server.sql("CREATE ROLE stranger LOGIN");
      server.sql("CREATE DATABASE unfit");
      server.sql("unfit", "CREATE SCHEMA gateway");
      server.sql("unfit", "CREATE TABLE gateway.record (kind TEXT)");
      store.close();

      Map.of(
              server.url("damaged"), "its schema was changed by hand",
              server.url("unfit"), "its schema was changed by hand",
              server.url("postgres").replace("postgres@", "stranger@"), "lacks a right")
          .forEach(
              (url, why) ->
                  assertThatThrownBy(() -> open(url))
                      .isInstanceOf(StoreException.class)
                      .hasMessageContaining(why));

      Soon.until(() -> server.connections() == 0);
    }

    @Test
    void warnsWhereTheServerCouldForget() throws Exception {
      server.sql("ALTER DATABASE postgres SET synchronous_commit = off");
      try (CapturedLog log = CapturedLog.of(PostgresDurability.class)) {
        open().close();

        assertThat(log.lines())
            .singleElement()
            .asString()
            .contains("could forget used links", "synchronous_commit = off. Set it to on");
      } finally {
        server.sql("ALTER DATABASE postgres RESET synchronous_commit");
      }
    }

    @Test
    void refusesAWrongPasswordWithoutShowingIt() {
      assertThatThrownBy(() -> open("postgresql://nobody:hush@localhost:" + server.port() + "/x"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("refused the user or the password")
          .hasMessageContaining("postgresql://nobody@localhost")
          .hasMessageNotContaining("hush");
    }

    @Test
    void refusesADatabaseThatDoesNotExist() {
      assertThatThrownBy(() -> open(server.url("nowhere")))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("has no such database");
    }

    @Test
    void failsSoonWhereNobodyListens() {
      assertThatThrownBy(() -> open("postgresql://postgres@localhost:1/postgres"))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("cannot be reached");
    }

    @Test
    void findsWhatTheFirstVersionWroteAndDropsItsOrderOfInsertion() throws Exception {
      server.sql("CREATE DATABASE earlier");
      String url = server.url("earlier");
      var unused =
          Flyway.configure()
              .dataSource("jdbc:" + url.replace("postgres@", ""), "postgres", "")
              .schemas("gateway")
              .locations("classpath:org/billingsso/store/migration")
              .target("1")
              .load()
              .migrate();
      Key key = someKey();
      server.sql(
          "earlier",
          "INSERT INTO gateway.record (kind, id, version, keep_until, body) VALUES ('%s', '%s', 7, %d, 'seven')"
              .formatted(key.kind().name(), key.id(), LATER.toEpochMilli()));

      try (MovableStore opened = open(url)) {
        assertThat(opened.get(key)).hasValueSatisfying(isEntry(key, 7, "seven", LATER));
        assertThat(opened.replace(key, 7, body("eight"), LATER)).isTrue();
        assertThat(opened.insert(someKey(key.kind()), body("one"), LATER)).isTrue();
        assertThat(keys(key.kind(), opened)).hasSize(2).contains(key);
      }
    }

    @Test
    void ofTwoNodesAtOncePreparesOneSchema() throws Exception {
      server.sql("CREATE DATABASE fresh");

      List<Boolean> opened =
          Race.of(
              2,
              number ->
                  () -> {
                    try (Store fresh = open(server.url("fresh"))) {
                      return fresh.insert(someKey(), body("one"), LATER);
                    }
                  });

      assertThat(opened).containsExactly(true, true);
    }
  }
}
