package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billingsso.twocheckout.Faults.INTERNAL_ERROR;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.billingsso.directory.Secret;
import org.billingsso.store.Entry;
import org.billingsso.store.Key;
import org.billingsso.store.MovableStore;
import org.billingsso.store.Store;
import org.billingsso.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a back end is told when the store does not take a token. */
@ParameterizedClass
@EnumSource
class StoreFailureTest {

  /** What the store does not do. */
  enum Trouble {
    NONE,
    WRITES,
    EVERYTHING
  }

  private static final CompletableFuture<MovableStore> RECORDS = new CompletableFuture<>();
  private static volatile Trouble trouble = Trouble.NONE;

  @AutoClose
  private static final RunningApi API =
      RunningApi.Setup.usual()
          .around(
              working -> {
                RECORDS.complete((MovableStore) working);
                return new FailingStore(working);
              })
          .start();

  /** A store that fails on demand, with words that are nobody's business but the operator's. */
  private record FailingStore(Store working) implements Store {
    private void write() {
      if (trouble != Trouble.NONE) {
        throw new StoreException("The disk /var/secret is full; make room.");
      }
    }

    private void read() {
      if (trouble == Trouble.EVERYTHING) {
        throw new StoreException("No connection to db.internal; start it.");
      }
    }

    @Override
    public Optional<Entry> get(Key key) {
      read();
      return working.get(key);
    }

    @Override
    public boolean insert(Key key, byte[] body, Instant keepUntil) {
      write();
      return working.insert(key, body, keepUntil);
    }

    @Override
    public boolean replace(Key key, long version, byte[] body, Instant keepUntil) {
      write();
      return working.replace(key, version, body, keepUntil);
    }

    @Override
    public void remove(Key key) {
      write();
      working.remove(key);
    }

    @Override
    public void close() {
      working.close();
    }
  }

  private final Protocol protocol;
  private final Backend backend;

  StoreFailureTest(Protocol protocol) {
    this.protocol = protocol;
    this.backend = API.demoShop(protocol).forPartner("PARTNER01");
  }

  @AfterEach
  void repair() {
    trouble = Trouble.NONE;
  }

  @ParameterizedTest
  @EnumSource(names = {"WRITES", "EVERYTHING"})
  void isAnInternalErrorOfTheApi(Trouble now) {
    trouble = now;

    assertThat(backend.call("getSingleSignOn", "DC47E143FA")).isEqualTo(INTERNAL_ERROR);
    assertThat(backend.call("getSingleSignOnByCustomer", "352365983", "AvangateCustomerReference"))
        .isEqualTo(INTERNAL_ERROR);
    assertThat(
            backend.call(
                "getSingleSignOnInCart",
                "352365983",
                "AvangateCustomerReference",
                "https://secure.2checkout.com/order/checkout.php?PRODS=1"))
        .isEqualTo(INTERNAL_ERROR);
    assertThat(
            backend.call(
                "getPartnerSingleSignOn",
                "admin@partner01.example",
                "PARTNER01",
                "https://secure.2checkout.com/partners/"))
        .isEqualTo(INTERNAL_ERROR);
    assertThat(backend.call("setPartner", "PARTNER02")).isEqualTo(INTERNAL_ERROR);
    assertThat(API.client(protocol).call("login", goodLogin())).isEqualTo(INTERNAL_ERROR);
  }

  @Test
  void leavesNoLinkBehind() {
    long before = links();
    trouble = Trouble.WRITES;
    backend.call("getSingleSignOn", "DC47E143FA");
    trouble = Trouble.NONE;

    assertThat(links()).isEqualTo(before);
  }

  private static long links() {
    AtomicLong links = new AtomicLong();
    RECORDS
        .join()
        .forEach(entry -> links.addAndGet(entry.key().kind().name().equals("login-link") ? 1 : 0));
    return links.get();
  }

  @Test
  void isOverWhenTheStoreWorksAgain() {
    trouble = Trouble.EVERYTHING;
    backend.call("getSingleSignOn", "DC47E143FA");
    trouble = Trouble.NONE;

    backend.url("getSingleSignOn", "DC47E143FA");
  }

  private static Object[] goodLogin() {
    String date = new LoginDate(API.clock.instant()).toString();
    String hash =
        LoginHash.compute(HashAlgorithm.SHA256, Secret.of("demo-secret-key"), "DEMOSHOP", date);
    return new Object[] {"DEMOSHOP", date, hash};
  }
}
