package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.billingsso.TestClock.START;
import static org.billingsso.twocheckout.Faults.AUTHENTICATION_FAILED;
import static org.billingsso.twocheckout.Faults.FORBIDDEN;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.billingsso.directory.Secret;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "login" of the specification: who is let in, and for how long. */
@ParameterizedClass
@EnumSource
class LoginTest {
  private static final String NOW = "2026-11-22 09:30:00";

  @AutoClose private static final RunningApi API = RunningApi.started();
  @AutoClose private static final RunningApi REFUSING_MD5 = RunningApi.with(Choices.refusingMd5());

  private final Protocol protocol;
  private final ApiClient client;

  LoginTest(Protocol protocol) {
    this.protocol = protocol;
    client = API.client(protocol);
  }

  @BeforeEach
  void standStill() {
    API.clock.set(START);
  }

  @Nested
  class AHash {

    @ParameterizedTest
    @EnumSource
    void opensASessionByEachAlgorithm(HashAlgorithm algorithm) {
      String hash = hash(algorithm, NOW);

      assertOpens(client.call("login", "DEMOSHOP", NOW, hash));
      assertOpens(client.call("login", "DEMOSHOP", NOW, hash, null));
      assertOpens(client.call("login", "DEMOSHOP", NOW, hash, ""));
      assertOpens(client.call("login", "DEMOSHOP", NOW, hash, algorithm.wireName()));
    }

    @ParameterizedTest
    @EnumSource
    void mayHaveAnyLetterCase(HashAlgorithm algorithm) {
      String hash = hash(algorithm, NOW);

      assertOpens(client.call("login", "DEMOSHOP", NOW, hash.toUpperCase(Locale.ROOT)));
      assertOpens(
          client.call(
              "login",
              "DEMOSHOP",
              NOW,
              hash.substring(0, 9).toUpperCase(Locale.ROOT) + hash.substring(9)));
    }

    @ParameterizedTest
    @CsvSource({"MD5, sha256", "SHA256, sha3-256", "SHA3_256, sha256", "SHA256, sha512"})
    void isNotTakenUnderTheNameOfAnotherAlgorithm(HashAlgorithm algorithm, String algo) {
      assertThat(client.call("login", "DEMOSHOP", NOW, hash(algorithm, NOW), algo))
          .isEqualTo(AUTHENTICATION_FAILED);
    }

    @Test
    void isRefusedInMd5WhereTheOperatorWantsThat() {
      ApiClient strict = REFUSING_MD5.client(protocol);

      assertThat(strict.call("login", "DEMOSHOP", NOW, hash(HashAlgorithm.MD5, NOW)))
          .isEqualTo(AUTHENTICATION_FAILED);
      assertThat(strict.call("login", "DEMOSHOP", NOW, hash(HashAlgorithm.MD5, NOW), "md5"))
          .isEqualTo(AUTHENTICATION_FAILED);
      assertOpens(strict.call("login", "DEMOSHOP", NOW, hash(HashAlgorithm.SHA256, NOW)));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "x", "0", "00", "not hexadecimal, but sixty-four characters long......"})
    void thatIsNoneIsRefused(String hash) {
      assertThat(client.call("login", "DEMOSHOP", NOW, hash)).isEqualTo(AUTHENTICATION_FAILED);
    }

    @Test
    void byAnotherMerchantsKeyIsRefused() {
      String hash =
          LoginHash.compute(HashAlgorithm.SHA256, Secret.of("other-secret-key"), "DEMOSHOP", NOW);

      assertThat(client.call("login", "DEMOSHOP", NOW, hash)).isEqualTo(AUTHENTICATION_FAILED);
    }
  }

  @Nested
  class AMerchantCode {

    @Test
    void thatIsUnknownIsRefusedLikeAWrongHash() {
      assertThat(client.call("login", "NOSHOP", NOW, hash(HashAlgorithm.SHA256, NOW)))
          .isEqualTo(AUTHENTICATION_FAILED);
      assertThat(client.call("login", "demoshop", NOW, hash(HashAlgorithm.SHA256, NOW)))
          .isEqualTo(AUTHENTICATION_FAILED);
    }

    @Test
    void thatNobodyHasIsNotLetInByTheKeyItIsCheckedAgainst() {
      for (String code : new String[] {"", "NOSHOP"}) {
        String hash = LoginHash.compute(HashAlgorithm.SHA256, LoginHash.NOBODYS_KEY, code, NOW);

        assertThat(client.call("login", code, NOW, hash)).isEqualTo(AUTHENTICATION_FAILED);
      }
    }

    @Test
    void isMissedWithAllTheRest() {
      assertThat(client.call("login")).isEqualTo(AUTHENTICATION_FAILED);
      assertThat(client.call("login", null, null, null, null)).isEqualTo(AUTHENTICATION_FAILED);
    }
  }

  @Nested
  class ADate {

    @ParameterizedTest
    @ValueSource(ints = {-600, -599, 0, 599, 600})
    void isTakenUpToTenMinutesFromTheClock(int seconds) {
      assertOpens(loginAt(START.plusSeconds(seconds)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-3600, -601, 601, 3600, 86_400})
    void isRefusedBeyondThat(int seconds) {
      assertThat(loginAt(START.plusSeconds(seconds))).isEqualTo(AUTHENTICATION_FAILED);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "2026-11-22",
          "2026-11-22T09:30:00",
          "2026-11-22T09:30:00Z",
          "2026-11-22 9:30:00",
          "22.11.2026 09:30:00",
          "2026-11-31 09:30:00",
          " 2026-11-22 09:30:00",
          "1795339800",
          "+999999999-12-31 23:59:59",
          "-999999999-01-01 00:00:00",
          "+10000-01-01 00:00:00",
          "-2026-11-22 09:30:00",
          "0000-01-01 00:00:00",
          "9999-12-31 23:59:59"
        })
    void ofAnotherFormIsRefused(String date) {
      assertThat(client.call("login", "DEMOSHOP", date, hash(HashAlgorithm.SHA256, date)))
          .isEqualTo(AUTHENTICATION_FAILED);
    }

    private Outcome loginAt(Instant moment) {
      String date = new LoginDate(moment).toString();
      return client.call("login", "DEMOSHOP", date, hash(HashAlgorithm.SHA256, date));
    }
  }

  @Nested
  class ASession {

    @Test
    void hasAnIdThatNobodyCanGuess() {
      Set<String> ids = new HashSet<>();
      for (int i = 0; i < 20; i++) {
        ids.add(API.demoShop(protocol).session());
      }

      assertThat(ids).hasSize(20).allMatch(id -> id.matches("[0-9a-f]{40}"));
    }

    @Test
    void livesForTenMinutesFromLogin() {
      Backend backend = API.demoShop(protocol);

      API.clock.advance(Duration.ofMinutes(10).minusMillis(1));
      backend.call("getSubscription", "DC47E143FA").answer();

      API.clock.advance(Duration.ofMillis(1));
      assertThat(backend.call("getSubscription", "DC47E143FA")).isEqualTo(FORBIDDEN);
    }

    @Test
    void isNotProlongedByItsUse() {
      Backend backend = API.demoShop(protocol);
      for (int minute = 0; minute < 10; minute++) {
        backend.forPartner("PARTNER01").url("getSingleSignOn", "DC47E143FA");
        API.clock.advance(Duration.ofMinutes(1));
      }

      assertThat(backend.call("setPartner", "PARTNER01")).isEqualTo(FORBIDDEN);
    }

    @Test
    void isOneOfSeveral() {
      Backend first = API.demoShop(protocol);
      Backend second = API.demoShop(protocol);

      first.call("getSubscription", "DC47E143FA").answer();
      second.call("getSubscription", "DC47E143FA").answer();
    }

    @Test
    void worksOverTheOtherProtocolToo() {
      String session = API.demoShop(protocol).session();

      for (Protocol any : Protocol.values()) {
        API.client(any).call("getSubscription", session, "DC47E143FA").answer();
      }
    }
  }

  @Test
  void goesByTheNameOfLoginWithACapitalToo() {
    assertOpens(client.call("Login", "DEMOSHOP", NOW, hash(HashAlgorithm.SHA256, NOW)));
  }

  private static String hash(HashAlgorithm algorithm, String date) {
    return LoginHash.compute(algorithm, Secret.of("demo-secret-key"), "DEMOSHOP", date);
  }

  private void assertOpens(Outcome login) {
    String session = login.answer().textValue();
    assertThat(session).matches("[0-9a-f]{40}");
  }
}
