package org.billingsso.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.billingsso.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "memory:",
        "sqlite:gateway.db",
        "sqlite:data/my gateway.db",
        "sqlite:/srv/a.db",
        "postgresql://me@db.example:5433/gateway",
        "postgresql://me@one:5432,[::1]:5433/gateway",
        "redis://cache.example:6379",
        "rediss://me@one:7000,two:7001"
      })
  void readsAndShowsWhatIsPossible(String url) {
    assertThat(StoreUrl.parse(url)).hasToString(url);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mysql://u:secret@h/d | There is no store engine \"mysql\"",
        "SQLITE:a.db          | There is no store engine \"SQLITE\"",
        "data/gateway.db      | begins with the engine's name and a colon",
        "''                   | begins with the engine's name and a colon",
        "memory:x             | Nothing may follow",
        "sqlite:              | the path of a file",
        "sqlite://a/b.db      | the path of a file",
        "sqlite::memory:      | the path of a file",
        "sqlite:a.db?mode=ro  | the path of a file",
        "postgresql:db        | should look like postgresql://",
        "postgresql://me:se/cret@h/d | write @ / ? : as %40",
        "postgresql://h/d     | names no user",
        "postgresql://me@h    | names no database",
        "postgresql://me:secret@h:99999/d | There is no port 99999",
        "postgresql://me:secret@h h/d | \"h h\" is not a host",
        "postgresql://me:secret@h/d?pool=5 | no parameter \"pool\". Possible are [connections",
        "postgresql://me:secret@h/d?connections=0 | connections of the store URL is from 1 to 1000",
        "postgresql://me:secret%@h/d | write % as %25",
        "redis:h              | should look like redis://",
        "redis://:secret@h/0  | Nothing may follow the hosts",
        "rediss://h/?waitReplicas=many | waitReplicas of the store URL is from 0 to 5",
      })
  void refusesWhatIsNotAndSaysWhy(String url, String why) {
    assertThatThrownBy(() -> StoreUrl.parse(url))
        .isInstanceOf(InvalidStoreUrlException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("secret");
  }

  @Test
  void neverShowsAPassword() {
    StoreUrl url = StoreUrl.parse("postgresql://me:sec%40ret@db.example/gateway?connections=4");

    assertThat(url).hasToString("postgresql://me@db.example:5432/gateway");
    assertThat(((PostgresUrl) url).address().password()).contains("sec@ret");
  }

  @Test
  void opensTheEngineItNames(@TempDir Path directory) {
    Path file = directory.resolve("gateway.db");
    Key key = Records.someKey();

    try (Store store = StoreUrl.parse("sqlite:" + file).open(new TestClock())) {
      store.insert(key, Records.body("one"), Records.LATER);
      assertThat(store.get(key)).isPresent();
    }
    try (Store store = StoreUrl.parse("memory:").open(new TestClock())) {
      assertThat(store.get(key)).isEmpty();
    }
    assertThat(file).isRegularFile();
  }
}
