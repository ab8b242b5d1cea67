package org.billingsso.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * The database file: made for its owner's eyes only, laid out on first use, and opened with the
 * settings that make a commit durable. Its {@code user_version} says which layout it has.
 */
record SqliteFile(Path path) {
  /** How long a connection waits for another process that writes. */
  static final Duration TIMEOUT = Duration.ofSeconds(2);

  private static final int LAYOUT = 1;
  private static final List<String> TABLES =
      List.of(
          """
    CREATE TABLE record (
      seq        INTEGER PRIMARY KEY,
      kind       TEXT    NOT NULL,
      id         TEXT    NOT NULL,
      version    INTEGER NOT NULL,
      keep_until INTEGER NOT NULL,
      body       BLOB    NOT NULL,
      UNIQUE (kind, id)
    )""",
          "CREATE INDEX record_keep_until ON record (keep_until)");

  /** The file, created and laid out where it was not. */
  static SqliteFile prepared(Path path) {
    SqliteFile file = new SqliteFile(path);
    file.create();
    try (RecordTable table = file.open();
        Statement statement = table.connection().createStatement()) {
      file.layOut(statement);
    } catch (SQLException e) {
      throw file.failed(e);
    }
    return file;
  }

  RecordTable open() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(Math.toIntExact(TIMEOUT.toMillis()));
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setGetGeneratedKeys(false);
    return RecordTable.inSqlite(config.createConnection("jdbc:sqlite:" + path));
  }

  private void create() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    try {
      Path directory = path.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(directory, ownerOnly(posix, "rwx------"));
      }
      Files.createFile(path, ownerOnly(posix, "rw-------"));
    } catch (FileAlreadyExistsException e) {
      if (!Files.isRegularFile(path)) {
        throw new StoreException(
            "The store " + path + " cannot be opened: " + e.getFile() + " is not a file.", e);
      }
    } catch (IOException e) {
      throw new StoreException(
          "The store "
              + path
              + " cannot be created: check that this user may write to that directory and that its"
              + " disk has room, or choose another file.",
          e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(boolean posix, String permissions) {
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private void layOut(Statement statement) throws SQLException {
    statement.execute("BEGIN IMMEDIATE");
    int found = layout(statement);
    if (found > LAYOUT) {
      throw new StoreException(
          "The store "
              + path
              + " was written by a newer gateway. Start that one, or choose another file.");
    }
    if (found == 0) {
      for (String table : TABLES) {
        statement.execute(table);
      }
    }
    // Written each time, to find out now whether the file can be written.
    statement.execute("PRAGMA user_version = " + LAYOUT);
    statement.execute("COMMIT");
  }

  private static int layout(Statement statement) throws SQLException {
    try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
      return version.getInt(1);
    }
  }

  /** What the operator should know about that failure, by SQLite's result code. */
  StoreException failed(SQLException e) {
    return new StoreException(meaning(e), e);
  }

  /** The same of a commit; SQLite may have written it as far as it takes. */
  StoreException notCommitted(SQLException e) {
    return new StoreException(meaning(e) + " " + StoreException.UNKNOWN, e);
  }

  private String meaning(SQLException e) {
    return switch (e.getErrorCode() & 0xff) {
      case 5, 6 -> // SQLITE_BUSY, SQLITE_LOCKED
          "Another process has kept the store "
              + path
              + " locked for more than "
              + TIMEOUT.toSeconds()
              + " s. End it, or give each gateway its own store.";
      case 8 -> // SQLITE_READONLY
          "The store "
              + path
              + " cannot be written. Let this user write to the file and its directory.";
      case 11, 26 -> // SQLITE_CORRUPT, SQLITE_NOTADB
          "The store "
              + path
              + " is damaged or is not a gateway's database. Restore it from a backup, or"
              + " choose another file.";
      case 13 -> // SQLITE_FULL
          "The disk of the store "
              + path
              + " is full. Make room; the gateway then goes on by itself.";
      case 14 -> // SQLITE_CANTOPEN
          "The store "
              + path
              + " cannot be opened. Check that this user may read and write the file and its"
              + " directory, and that the disk has room.";
      default -> "The store " + path + " failed; check the disk it is on. SQLite says: " + said(e);
    };
  }

  private static String said(SQLException e) {
    String message = e.getMessage();
    return message == null ? "nothing" : message;
  }
}
