package org.billingsso.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Records in one file of this machine. What was answered is on the disk, also after {@code kill -9}
 * and a power cut; concurrent writes share a flush. Several processes may use one file on a local
 * disk: each operation stays atomic among all of them.
 */
final class SqliteStore implements Store {
  private static final Duration PAUSE = Duration.ofSeconds(10);
  private static final int BATCH = 500;

  private final InstantSource clock;
  private final GroupCommit writer;
  private final ReadConnections readers;
  private final Sweeper sweeper;

  private SqliteStore(SqliteFile file, InstantSource clock, Duration pause) {
    this.clock = clock;
    this.readers = new ReadConnections(file);
    this.writer = GroupCommit.start(file);
    this.sweeper = Sweeper.start(pause, this::sweep);
  }

  static SqliteStore open(Path path, InstantSource clock) {
    return open(path, clock, PAUSE);
  }

  static SqliteStore open(Path path, InstantSource clock, Duration pause) {
    return new SqliteStore(SqliteFile.prepared(path), clock, pause);
  }

  @Override
  public Optional<Entry> get(Key key) {
    return readers.read(table -> table.get(key));
  }

  @Override
  public boolean insert(Key key, byte[] body, Instant keepUntil) {
    Bodies.checked(body);
    return writer.commit(table -> table.insert(key, body, keepUntil));
  }

  @Override
  public boolean replace(Key key, long version, byte[] body, Instant keepUntil) {
    Bodies.checked(body);
    return writer.commit(table -> table.replace(key, version, body, keepUntil));
  }

  @Override
  public void remove(Key key) {
    var unused = writer.commit(table -> table.remove(key));
  }

  @Override
  public List<Entry> newest(Kind kind, int limit) {
    return readers.read(table -> table.newest(kind, limit));
  }

  private boolean sweep() {
    Instant now = clock.instant();
    return writer.commit(table -> table.sweep(now, BATCH)) == BATCH;
  }

  @Override
  public void close() {
    sweeper.close();
    writer.close();
    readers.close();
  }
}
