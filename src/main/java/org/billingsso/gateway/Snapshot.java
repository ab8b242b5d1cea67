package org.billingsso.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.billingsso.signon.ServerKeyCheck;
import org.billingsso.store.Entry;
import org.billingsso.store.Key;
import org.billingsso.store.Kind;
import org.billingsso.store.MovableStore;

/**
 * The records of a store as a file that any engine can take over: JSON Lines, of which the first
 * says what this is and the last how many records are between them. Bodies are as the store has
 * them, in base64; so tokens are hashed here as they are there.
 */
public record Snapshot(Path file) {
  private static final Header HEADER = new Header("billing-sso-gateway-records", 1);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  /** The first line. */
  private record Header(String format, int version) {}

  /** The last line. */
  private record End(long records) {}

  /**
   * A record.
   *
   * @param keepUntil in milliseconds since 1970
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares lines.
  private record Line(String kind, String id, long version, long keepUntil, byte[] body) {
    static Line of(Entry entry) {
      Key key = entry.key();
      long keepUntil = entry.keepUntil().toEpochMilli();
      return new Line(key.kind().name(), key.id(), entry.version(), keepUntil, entry.body());
    }

    Entry entry() {
      Key key = new Key(new Kind(kind), id);
      return new Entry(key, version, body, Instant.ofEpochMilli(keepUntil));
    }
  }

  /**
   * What came of reading.
   *
   * @param records how many the file has
   * @param restored how many of them the store did not have, or had in an older version
   */
  public record Imported(long records, long restored) {}

  /**
   * Writes all records of the store; only its owner may read the file, which is there when it is
   * complete.
   *
   * @return how many
   * @throws SnapshotException where it cannot be written
   */
  public long write(MovableStore store) {
    try {
      Path directory = file.toAbsolutePath().getParent();
      Path aside = Files.createTempFile(directory, file.getFileName().toString(), ".part");
      try {
        long records = writeTo(aside, store);
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        return records;
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException | UncheckedIOException failed) {
      throw new SnapshotException(
          "%s cannot be written: %s".formatted(file, failed.getMessage()), failed);
    }
  }

  private static long writeTo(Path path, MovableStore store) throws IOException {
    AtomicLong records = new AtomicLong();
    try (Writer lines = Files.newBufferedWriter(path)) {
      write(HEADER, lines);
      Consumer<Entry> written =
          entry -> {
            write(Line.of(entry), lines);
            records.incrementAndGet();
          };
      store.get(ServerKeyCheck.RECORD).ifPresent(written); // First, so that it is read first.
      store.forEach(
          entry -> {
            if (!entry.key().equals(ServerKeyCheck.RECORD)) {
              written.accept(entry);
            }
          });
      write(new End(records.get()), lines);
    }
    return records.get();
  }

  private static void write(Object line, Writer lines) {
    try {
      lines.write(JSON.writeValueAsString(line));
      lines.write('\n');
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Has the store take over all records that it does not have, or has in an older version. What was
   * taken over stays, also where the file turns out to be damaged; reading it again does no harm.
   *
   * <p>A record whose time is over is left out: the store may have had it in a newer version and
   * have dropped it since, such as a link that somebody has used.
   *
   * @param now the time
   * @throws SnapshotException where it cannot be read, is incomplete, is of another version, or is
   *     of gateways with another server key
   */
  public Imported readInto(MovableStore store, Instant now) {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String first = lines.readLine();
      if (first == null || !JSON.readTree(first).equals(JSON.valueToTree(HEADER))) {
        throw new SnapshotException(
            "%s is no snapshot of version %d; it begins: %.80s"
                .formatted(file, HEADER.version(), first));
      }
      long records = 0;
      long restored = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("{\"records\"")) {
          return complete(JSON.readValue(line, End.class), new Imported(records, restored));
        }
        Entry entry = JSON.readValue(line, Line.class).entry();
        refuseOfAnotherKey(entry, store);
        restored += now.isBefore(entry.keepUntil()) && store.restore(entry) ? 1 : 0;
        records++;
      }
      throw new SnapshotException(
          "%s ends after %d records without its last line; export it again"
              .formatted(file, records));
    } catch (JsonProcessingException | IllegalArgumentException damaged) {
      throw new SnapshotException("%s has a line that is no record".formatted(file), damaged);
    } catch (IOException failed) {
      throw new SnapshotException(
          "%s cannot be read: %s".formatted(file, failed.getMessage()), failed);
    }
  }

  private void refuseOfAnotherKey(Entry entry, MovableStore store) {
    if (ServerKeyCheck.isOfAnotherKey(entry, store)) {
      throw new SnapshotException(
          ("%s is of gateways with another server key than those of this store; give both the same"
                  + " serverKeyFile, and import into a store that no gateway with another has used")
              .formatted(file));
    }
  }

  private Imported complete(End end, Imported result) {
    if (end.records() != result.records()) {
      throw new SnapshotException(
          "%s has %d records, not %d; export it again"
              .formatted(file, result.records(), end.records()));
    }
    return result;
  }
}
