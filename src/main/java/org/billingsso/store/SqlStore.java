package org.billingsso.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Records in a table, one statement for each operation. */
final class SqlStore implements MovableStore {
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final int BATCH = 500;

  private final Tables reading;
  private final Tables writing;
  private final InstantSource clock;
  private final Housekeeping housekeeping;

  private SqlStore(Tables reading, Tables writing, InstantSource clock, Duration pause) {
    this.reading = reading;
    this.writing = writing;
    this.clock = clock;
    this.housekeeping = Housekeeping.start(pause, this::sweep);
  }

  /**
   * In one file of this machine. What was answered is on the disk, also after {@code kill -9} and a
   * power cut; concurrent writes share a flush. Several processes may use one file on a local disk:
   * each operation stays atomic among all of them.
   */
  static MovableStore inSqlite(Path path, InstantSource clock) {
    return inSqlite(path, clock, PAUSE);
  }

  static MovableStore inSqlite(Path path, InstantSource clock, Duration pause) {
    SqliteFile file = SqliteFile.prepared(path);
    return new SqlStore(new ReadConnections(file), new GroupCommit(file), clock, pause);
  }

  /** In a PostgreSQL that any number of gateways share; each operation is one round trip. */
  static MovableStore inPostgres(PostgresUrl url, InstantSource clock) {
    return inPostgres(url, clock, PAUSE);
  }

  static MovableStore inPostgres(PostgresUrl url, InstantSource clock, Duration pause) {
    PostgresPool pool = PostgresPool.open(url);
    return new SqlStore(pool, pool, clock, pause);
  }

  @Override
  public Optional<Entry> get(Key key) {
    return reading.use(table -> table.get(key));
  }

  @Override
  public boolean insert(Key key, byte[] body, Instant keepUntil) {
    Entry.checkedBody(body);
    return writing.use(table -> table.insert(key, body, keepUntil));
  }

  @Override
  public boolean replace(Key key, long version, byte[] body, Instant keepUntil) {
    Entry.checkedBody(body);
    return writing.use(table -> table.replace(key, version, body, keepUntil));
  }

  @Override
  public void remove(Key key) {
    var unused = writing.use(table -> table.remove(key));
  }

  @Override
  public void forEach(Consumer<Entry> visitor) {
    List<Entry> page = reading.use(table -> table.firstPage(BATCH));
    page.forEach(visitor);
    while (page.size() == BATCH) {
      Key last = page.get(BATCH - 1).key();
      page = reading.use(table -> table.pageAfter(last, BATCH));
      page.forEach(visitor);
    }
  }

  @Override
  public boolean restore(Entry entry) {
    Entry.checkedBody(entry.body());
    return writing.use(table -> table.restore(entry));
  }

  private boolean sweep() {
    Instant now = clock.instant();
    return writing.use(table -> table.sweep(now, BATCH)) == BATCH;
  }

  @Override
  public Optional<String> housekeepingProblem() {
    return housekeeping.problem();
  }

  @Override
  public void close() {
    try {
      housekeeping.close();
    } finally {
      try {
        writing.close();
      } finally {
        reading.close();
      }
    }
  }
}
