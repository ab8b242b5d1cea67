package org.billingsso.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.billingsso.store.Records.LATER;
import static org.billingsso.store.Records.body;
import static org.billingsso.store.Records.someBody;
import static org.billingsso.store.Records.someKey;
import static org.billingsso.store.Records.someKind;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends DurableStoreContract {
  @TempDir Path directory;

  @Override
  MovableStore open() {
    return open(file());
  }

  @Override
  String url() {
    return "sqlite:" + file();
  }

  private MovableStore open(Path file) {
    return SqlStore.inSqlite(file, clock, Duration.ofMillis(20));
  }

  private Path file() {
    return directory.resolve("data/gateway.db");
  }

  @Nested
  class TheFile {
    @Test
    void isForItsOwnerOnly() throws Exception {
      store.insert(someKey(), body("one"), LATER);

      for (String name : List.of("gateway.db", "gateway.db-wal", "gateway.db-shm")) {
        assertThat(permissions(file().resolveSibling(name))).as(name).isEqualTo("rw-------");
      }
      assertThat(permissions(directory.resolve("data"))).isEqualTo("rwx------");
    }

    private String permissions(Path path) throws Exception {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void isRefusedWhereItIsNoDatabase() throws Exception {
      Path notes = directory.resolve("notes.txt");
      Files.writeString(notes, "Not a database. ".repeat(100));

      assertThatThrownBy(() -> open(notes))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("notes.txt is damaged or is not a gateway's database");
      assertThat(notes).content().startsWith("Not a database");
    }

    @Test
    void isRefusedWhereANewerGatewayWroteIt() throws Exception {
      store.close();
      sql(file(), "PRAGMA user_version = 99");

      assertThatThrownBy(() -> open())
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("was written by a newer gateway");
    }

    @Test
    void isLeftOpenByNobodyWhoRefusesIt() throws Exception {
      store.close();
      sql(file(), "PRAGMA user_version = 99");
      Path notes = directory.resolve("notes.txt");
      Files.writeString(notes, "Not a database. ".repeat(100));
      Path locked = directory.resolve("locked.db");

      try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + locked);
          Statement statement = other.createStatement()) {
        statement.execute("PRAGMA journal_mode = WAL");
        statement.execute("BEGIN IMMEDIATE");
        for (Path refused : List.of(file(), notes, locked, directory)) {
          assertThatThrownBy(() -> open(refused)).isInstanceOf(StoreException.class);
        }
      }

      assertThat(OpenFiles.below(directory)).isZero();
    }

    @Test
    void isRefusedWhereItCannotBeWrittenAndTakenOnceItCan() throws Exception {
      store.close();
      try (Mount readOnly = Mount.readOnly(file())) {
        assertThatThrownBy(() -> open())
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("gateway.db cannot be written");
      }
      store = open();

      assertThat(store.insert(someKey(), body("one"), LATER)).isTrue();
    }

    @Test
    void isReportedWhereItCanNoLongerBeWrittenUntilItCanAgain() throws Exception {
      store.close();
      store =
          SqlStore.inSqlite(file(), clock, Duration.ofHours(1)); // The first write is the test's.
      try (Mount readOnly = Mount.readOnly(file())) {
        assertThatThrownBy(() -> store.insert(someKey(), body("one"), LATER))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("gateway.db cannot be written");
      }

      assertThat(store.insert(someKey(), body("one"), LATER)).isTrue();
    }

    @Test
    void isRefusedWhereItIsADirectory() {
      assertThatThrownBy(() -> open(directory))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("is not a file");
    }

    @Test
    void isRefusedWhereItsDirectoryCannotBeMade() throws Exception {
      Path blocked = Files.createFile(directory.resolve("blocked"));

      assertThatThrownBy(() -> open(blocked.resolve("data/gateway.db")))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("cannot be created");
    }
  }

  @Nested
  class AfterKillMinus9 {
    @RepeatedTest(5)
    void everythingThatWasAnsweredIsThere() throws Exception {
      store.close();
      Kind kind = someKind();

      List<String> answered = answeredUntil(kind, RecordWriter::kill);

      assertThat(sql(file(), "PRAGMA integrity_check")).isEqualTo("ok");
      store = open();
      assertKept(kind, answered);
    }
  }

  @Nested
  class AnotherProcess {
    @Test
    void thatKeepsTheFileLockedIsReported() throws Exception {
      try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");

        assertThatThrownBy(() -> store.insert(someKey(), body("one"), LATER))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("Another process has kept the store");
        statement.execute("ROLLBACK");
      }
      assertThat(store.insert(someKey(), body("one"), LATER)).isTrue();
    }
  }

  @Nested
  class AFullDisk {
    @Test
    void isReportedAndTheStoreGoesOnOnceThereIsRoom() throws Exception {
      Path mountPoint = Files.createDirectory(directory.resolve("disk"));
      try (Mount disk = Mount.tinyDisk(mountPoint);
          Store onDisk = open(disk.file("gateway.db"))) {
        StoreProbe probe = new StoreProbe(onDisk, clock);
        Key before = someKey();
        onDisk.insert(before, body("before"), LATER);
        assertThat(probe.problem()).isEmpty();
        disk.fill();

        assertThatThrownBy(() -> fillUp(onDisk))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("gateway.db is full. Make room");
        assertThat(onDisk.get(before)).hasValueSatisfying(isEntry(before, 1, "before", LATER));
        clock.advance(Duration.ofSeconds(1));
        assertThat(probe.problem())
            .hasValueSatisfying(problem -> assertThat(problem).hasMessageContaining("is full"));

        disk.makeRoom();

        assertThat(onDisk.insert(someKey(), someBody(10_000), LATER)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(probe.problem()).isEmpty();
      }
    }

    private void fillUp(Store onDisk) {
      for (int i = 0; i < 1_000; i++) {
        onDisk.insert(someKey(), someBody(10_000), LATER);
      }
    }
  }

  private static String sql(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet result = statement.getResultSet()) {
        return result.getString(1);
      }
    }
  }
}
