package org.billingsso.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.billingsso.TestClock;
import org.billingsso.gateway.Snapshot;
import org.billingsso.gateway.SnapshotException;
import org.billingsso.store.Key;
import org.billingsso.store.Kind;
import org.billingsso.store.MemoryStore;
import org.billingsso.store.MovableStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {
  private static final Key LINK = new Key(new Kind("link"), "one");
  private static final byte[] BODY = "body".getBytes(StandardCharsets.UTF_8);

  @TempDir private Path directory;
  private final MovableStore store = new MemoryStore(new TestClock());
  private final MovableStore other = new MemoryStore(new TestClock());
  private Snapshot snapshot = new Snapshot(Path.of("later"));

  @BeforeEach
  void write() {
    store.insert(LINK, BODY, TestClock.START.plusSeconds(60));
    snapshot = new Snapshot(directory.resolve("records.jsonl"));
    assertThat(snapshot.write(store)).isEqualTo(1);
  }

  @AfterEach
  void close() {
    store.close();
    other.close();
  }

  @Test
  void saysInItsFirstLineWhatItIsAndInItsLastHowLong() throws Exception {
    assertThat(snapshot.file())
        .hasContent(
            """
            {"format":"billing-sso-gateway-records","version":1}
            {"kind":"link","id":"one","version":1,"keepUntil":1795339860000,"body":"Ym9keQ=="}
            {"records":1}
            """);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(snapshot.file())))
        .isEqualTo("rw-------");
  }

  @Test
  void bringsWhatIsNewerAndNothingTwice() {
    assertThat(snapshot.readInto(other, TestClock.START)).isEqualTo(new Snapshot.Imported(1, 1));
    assertThat(snapshot.readInto(other, TestClock.START)).isEqualTo(new Snapshot.Imported(1, 0));
    other.replace(LINK, 1, new byte[0], TestClock.START.plusSeconds(60));
    assertThat(snapshot.readInto(other, TestClock.START)).isEqualTo(new Snapshot.Imported(1, 0));
    assertThat(other.get(LINK)).hasValueSatisfying(kept -> assertThat(kept.body()).isEmpty());
  }

  @Test
  void bringsNothingBackWhoseTimeIsOver() {
    assertThat(snapshot.readInto(other, TestClock.START.plusSeconds(60)))
        .isEqualTo(new Snapshot.Imported(1, 0));
    assertThat(other.get(LINK)).isEmpty();
    assertThat(snapshot.readInto(other, TestClock.START.plusMillis(59_999)))
        .isEqualTo(new Snapshot.Imported(1, 1));
  }

  @Test
  void isRefusedInAnotherVersion() throws Exception {
    rewrite(0, "{\"format\":\"billing-sso-gateway-records\",\"version\":2}");

    assertThatThrownBy(() -> snapshot.readInto(other, TestClock.START))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining("is no snapshot of version 1");
    assertThat(other.get(LINK)).isEmpty();
  }

  @Test
  void isRefusedWhereItIsSomethingElse() throws Exception {
    Files.writeString(snapshot.file(), "users:\n- ada\n");

    assertThatThrownBy(() -> snapshot.readInto(other, TestClock.START))
        .isInstanceOf(SnapshotException.class);
  }

  @Test
  void isReportedWhereItsEndIsMissing() throws Exception {
    List<String> lines = Files.readAllLines(snapshot.file());
    Files.write(snapshot.file(), lines.subList(0, 2));

    assertThatThrownBy(() -> snapshot.readInto(other, TestClock.START))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining("ends after 1 records without its last line");
  }

  @Test
  void isReportedWhereALineIsDamaged() throws Exception {
    rewrite(1, "{\"kind\":\"link\",\"id\":\"one\"}");

    assertThatThrownBy(() -> snapshot.readInto(other, TestClock.START))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining("has a line that is no record");
  }

  @Test
  void isNotWrittenWhereItCannotBe() {
    Snapshot nowhere = new Snapshot(directory.resolve("missing/records.jsonl"));

    assertThatThrownBy(() -> nowhere.write(store))
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining("cannot be written");
  }

  private void rewrite(int line, String text) throws Exception {
    List<String> lines = new ArrayList<>(Files.readAllLines(snapshot.file()));
    lines.set(line, text);
    Files.write(snapshot.file(), lines);
  }
}
