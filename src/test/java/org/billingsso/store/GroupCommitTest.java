package org.billingsso.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.billingsso.store.Records.LATER;
import static org.billingsso.store.Records.body;
import static org.billingsso.store.Records.someBody;
import static org.billingsso.store.Records.someKey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.billingsso.store.Tables.Operation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes that share a transaction, of which one goes wrong, or their commit. */
class GroupCommitTest {
  @TempDir private Path directory;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch firstMayEnd = new CountDownLatch(1);
  private final AtomicInteger arrived = new AtomicInteger();
  private final Key before = someKey();
  private final Key after = someKey();
  private SqliteFile file = new SqliteFile(Path.of("later"));
  private GroupCommit commits = new GroupCommit(file);

  @BeforeEach
  void open() {
    file = SqliteFile.prepared(directory.resolve("gateway.db"));
    commits = new GroupCommit(file);
  }

  @AfterEach
  void close() {
    commits.close();
    threads.shutdownNow();
  }

  @Test
  void aFailureOfTheDatabaseFailsOnlyTheChangeThatItIsAbout() throws Exception {
    List<CompletableFuture<Boolean>> answers =
        together(
            inserting(before),
            table -> {
              try (var wrong = table.connection().createStatement()) {
                return wrong.execute("INSERT INTO record (kind) VALUES (NULL)");
              }
            },
            inserting(after));

    assertOnlyTheSecondFailed(answers, "SQLite says");
  }

  @Test
  void anExceptionFailsOnlyTheChangeThatThrowsIt() throws Exception {
    List<CompletableFuture<Boolean>> answers =
        together(
            inserting(before),
            table -> {
              throw new IllegalStateException("wrong");
            },
            inserting(after));

    assertOnlyTheSecondFailed(answers, "wrong");
  }

  @Test
  void aChangeThatEndedTheTransactionTakesNoOtherWithIt() throws Exception {
    List<CompletableFuture<Boolean>> answers =
        together(
            inserting(before),
            table -> {
              try (var statement = table.connection().createStatement()) {
                statement.execute("ROLLBACK");
              }
              throw new SQLException("rolled back");
            },
            inserting(after));

    assertOnlyTheSecondFailed(answers, "rolled back");
  }

  @Test
  void anErrorFailsAllOfThemAndKeepsNothing() throws Exception {
    List<CompletableFuture<Boolean>> answers =
        together(
            inserting(before),
            table -> {
              throw new StackOverflowError("deep");
            },
            inserting(after));

    assertThat(answers)
        .allSatisfy(answer -> assertThatThrownBy(answer::join).hasStackTraceContaining("deep"));
    assertThat(has(before)).isFalse();
    assertThat(has(after)).isFalse();
    assertThat(commits.use(inserting(before))).isTrue();
  }

  @Test
  void aCommitThatFailsIsToldToAllWhoSharedItAsUnknownAndTheNextOneWorks() throws Exception {
    List<CompletableFuture<Boolean>> answers =
        together(
            inserting(before),
            inserting(after),
            table -> {
              try (var statement = table.connection().createStatement()) {
                return !statement.execute("ROLLBACK"); // Now there is nothing to commit.
              }
            });

    assertNoneWasMade(answers, "SQLite says");
    assertThat(commits.use(inserting(before))).isTrue();
  }

  @Test
  void aCommitThatFindsTheDiskFullIsToldToAllWhoSharedItAndTheNextOneWorks() throws Exception {
    try (Mount disk = Mount.tinyDisk(Files.createDirectory(directory.resolve("disk")))) {
      commits.close();
      file = SqliteFile.prepared(disk.file("gateway.db"));
      commits = new GroupCommit(file);
      assertThat(commits.use(inserting(someKey()))).isTrue();
      disk.fill();

      assertNoneWasMade(
          together(inserting(before), insertingMuch(), inserting(after)),
          "gateway.db is full. Make room");

      disk.makeRoom();
      assertThat(commits.use(inserting(before))).isTrue();
      commits.close();
    }
  }

  private static Operation<Boolean> insertingMuch() {
    return table -> table.insert(someKey(), someBody(50_000), LATER);
  }

  private void assertNoneWasMade(List<CompletableFuture<Boolean>> answers, String why)
      throws Exception {
    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThatThrownBy(answer::join)
                    .hasCauseInstanceOf(StoreException.class)
                    .hasMessageContaining(why)
                    .hasMessageContaining("Whether this operation took effect is unknown"));
    assertThat(has(before)).isFalse();
    assertThat(has(after)).isFalse();
  }

  private void assertOnlyTheSecondFailed(List<CompletableFuture<Boolean>> answers, String why)
      throws Exception {
    assertThat(answers.get(0).join()).isTrue();
    assertThatThrownBy(() -> answers.get(1).join()).hasMessageContaining(why);
    assertThat(answers.get(2).join()).isTrue();
    assertThat(has(before)).isTrue();
    assertThat(has(after)).isTrue();
    assertThat(commits.use(inserting(someKey()))).isTrue();
  }

  private boolean has(Key key) throws SQLException {
    try (RecordTable table = file.open()) {
      return table.get(key).isPresent();
    }
  }

  private static Operation<Boolean> inserting(Key key) {
    return table -> table.insert(key, body("one"), LATER);
  }

  /** Makes those changes in one transaction, in that order; another holds them up until then. */
  @SafeVarargs
  private List<CompletableFuture<Boolean>> together(Operation<Boolean>... changes) {
    CompletableFuture<Boolean> first =
        making(
            table -> {
              arrived.incrementAndGet();
              hold();
              return true;
            });
    Soon.until(() -> arrived.get() == 1);
    List<CompletableFuture<Boolean>> answers = new ArrayList<>();
    for (Operation<Boolean> change : changes) {
      answers.add(making(change));
      Soon.until(() -> commits.gathered() == answers.size());
    }
    firstMayEnd.countDown();
    assertThat(first.join()).isTrue();
    Soon.until(() -> answers.stream().allMatch(CompletableFuture::isDone));
    return answers;
  }

  private CompletableFuture<Boolean> making(Operation<Boolean> change) {
    return CompletableFuture.supplyAsync(() -> commits.use(change), threads);
  }

  private void hold() {
    try {
      firstMayEnd.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
