package org.billingsso.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import org.billingsso.cli.RunningGateway;
import org.billingsso.gateway.Snapshot;
import org.billingsso.gateway.SnapshotException;
import org.billingsso.gateway.StartException;
import org.billingsso.signon.ServerKey;
import org.billingsso.signon.ServerKeyCheck;
import org.billingsso.store.Entry;
import org.billingsso.store.Key;
import org.billingsso.store.Kind;
import org.billingsso.store.MovableStore;
import org.billingsso.store.Soon;
import org.billingsso.store.StoreUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gateways with different server keys on one store. */
class ServerKeyTest {
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource(names = {"SQLITE", "POSTGRESQL", "REDIS"})
  void onlyTheKeyThatTheStoreHasStarts(Engine engine) throws Exception {
    try (Engine.Started store = engine.start()) {
      gateway(store.url(), "one.key").close();

      assertThatThrownBy(() -> gateway(store.url(), "another.key"))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("serverKeyFile " + directory.resolve("another.key"))
          .hasMessageContaining("Copy the file that serverKeyFile names")
          .hasMessageNotContaining(Files.readString(directory.resolve("another.key")).strip());
      Soon.until(() -> store.connections() == 0);

      try (RunningGateway one = gateway(store.url(), "one.key");
          RunningGateway other = gateway(store.url(), "one.key")) {
        assertThat(one.address()).isNotEqualTo(other.address());
      }
    }
  }

  @Test
  void anImportBringsTheKeyAlongAndRefusesThatOfAnotherStore() throws Exception {
    String from = database("from");
    String empty = database("empty");
    String other = database("other");
    gateway(from, "one.key").close();
    gateway(other, "another.key").close();
    Snapshot snapshot = new Snapshot(directory.resolve("records.jsonl"));
    try (MovableStore store = StoreUrl.parse(from).open(CLOCK)) {
      snapshot.write(store);
    }

    try (MovableStore store = StoreUrl.parse(other).open(CLOCK)) {
      assertThatThrownBy(() -> snapshot.readInto(store, CLOCK.instant()))
          .isInstanceOf(SnapshotException.class)
          .hasMessageContaining("another server key");
    }
    try (MovableStore store = StoreUrl.parse(empty).open(CLOCK)) {
      assertThat(snapshot.readInto(store, CLOCK.instant()).restored()).isPositive();
    }

    assertThatThrownBy(() -> gateway(empty, "another.key")).isInstanceOf(StartException.class);
    gateway(empty, "one.key").close();
  }

  @Test
  void theFileOfAnExportBeginsWithTheKeySoThatNothingOfAnotherIsTakenOver() throws Exception {
    String url = database("from");
    gateway(url, "one.key").close();
    Path file = directory.resolve("records.jsonl");
    try (MovableStore store = StoreUrl.parse(url).open(CLOCK)) {
      for (String kind : new String[] {"a-kind", "z-kind"}) {
        store.insert(new Key(new Kind(kind), "id"), new byte[0], CLOCK.instant().plusSeconds(60));
      }
      assertThat(new Snapshot(file).write(store)).isEqualTo(3);
    }

    assertThat(Files.readAllLines(file)).hasSize(5).element(1).asString().contains("server-key");
  }

  @Test
  void theStoreHasNothingOfTheKeyItself() throws Exception {
    String url = database("from");
    gateway(url, "one.key").close();
    byte[] key = HexFormat.of().parseHex(Files.readString(directory.resolve("one.key")).strip());

    try (MovableStore store = StoreUrl.parse(url).open(CLOCK)) {
      Entry record = store.get(ServerKeyCheck.RECORD).orElseThrow();
      assertThat(HexFormat.of().formatHex(record.body()))
          .doesNotContain(HexFormat.of().formatHex(key))
          .doesNotContain(
              HexFormat.of()
                  .formatHex(HexFormat.of().formatHex(key).getBytes(StandardCharsets.US_ASCII)));
      assertThat(ServerKeyCheck.isKeyOf(store, new ServerKey(key))).isTrue();
    }
  }

  private String database(String name) {
    return "sqlite:" + directory.resolve(name + ".db");
  }

  private RunningGateway gateway(String store, String keyFile) {
    return RunningGateway.start(
        CLOCK, Map.of("store", store, "serverKeyFile", directory.resolve(keyFile).toString()));
  }
}
