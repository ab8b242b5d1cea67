package org.billingsso.twocheckout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.billingsso.directory.Secret;
import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Diagnosis;
import org.billingsso.journal.Outcome.Called;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the operator is told of a refused call: what was seen, and what would have been right. */
class DiagnosisTest {
  private static final String ADA = "352365983";
  private static final String OURS = "AvangateCustomerReference";
  private static final String LONG = "x".repeat(200_000);

  @AutoClose private static final RunningApi API = RunningApi.started();

  private final PlainHttp http = API.http();

  @BeforeEach
  void anotherSecond() {
    API.clock.advance(Duration.ofSeconds(1));
    API.told.clear();
  }

  @Nested
  class OfAMessageThatIsNoCall {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "'' | empty |",
          "{~  \"jsonrpc\" | not JSON | line 2, column",
          "{\"jsonrpc\":\"2.0\"} x | not JSON | line 1, column",
          "[] | an object | an empty list",
          "7 | an object | a number",
          "{\"method\":\"login\"} | jsonrpc | absent",
          "{\"jsonrpc\":\"1.0\",\"method\":\"login\"} | jsonrpc | 1.0",
          "{\"jsonrpc\":\"2.0\"} | method | absent",
          "{\"jsonrpc\":\"2.0\",\"method\":1} | method | a number",
          "{\"jsonrpc\":\"2.0\",\"method\":\"login\",\"params\":1} | params | a number",
          "{\"jsonrpc\":\"2.0\",\"method\":\"login\",\"id\":[1]} | id | a list",
          "{\"jsonrpc\":\"2.0\",\"method\":\"Getsinglesignon\",\"id\":1} | no method | Getsinglesignon",
          "{\"jsonrpc\":\"2.0\",\"method\":\"login\",\"method\":\"x\"} | twice | method",
          "{\"jsonrpc\":\"2.0\",\"method\":\"login\",\"params\":{\"a\":1}} | no parameter | a",
          "{\"jsonrpc\":\"2.0\",\"method\":\"login\",\"params\":[1,2,3,4,5]} | fewer | position 4"
        })
    void inJsonNamesWhatIsWrong(String body, String rule, @Nullable String seen) {
      http.post("/rpc/6.0/", body.replace("''", "").replace('~', '\n'));

      assertTold(rule, seen == null ? "" : seen);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "<a | not XML | line 1, column",
          "<a/> | no SOAP envelope | a",
          "<e:Envelope xmlns:e='urn:x'/> | not of SOAP 1.1 | urn:x",
          "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'/> | no body |",
          "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body/></e:Envelope>"
              + " | no call |",
          "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><a/><b/></e:Body>"
              + "</e:Envelope> | more than one call | b",
          "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><a/></e:Body>"
              + "</e:Envelope> | no method | a"
        })
    void inXmlNamesWhatIsWrong(String body, String rule, @Nullable String seen) {
      http.post("/soap/6.0/", body);

      assertTold(rule, seen == null ? "" : seen);
    }

    private static void assertTold(String rule, String seen) {
      assertThat(API.told).hasSize(1);
      assertThat(API.lastDiagnosis().rule()).contains(rule);
      assertThat(API.lastDiagnosis().seen().orElse("")).contains(seen);
    }
  }

  @Nested
  class OfARefusedCall {

    @ParameterizedTest
    @EnumSource
    void namesTheParameterAndWhatItSays(Protocol protocol) {
      Backend backend = API.demoShop(protocol);
      Backend partner = API.demoShop(protocol).forPartner("PARTNER01");
      String page = "https://secure.2checkout.com/partners/";

      assertTold(backend.call("getSingleSignOn", "dc47e143fa"), "dc47e143fa", "DEMOSHOP");
      assertTold(backend.call("getSingleSignOn", "DC47E143FA", "x@y"), "x@y", "address");
      assertTold(backend.call("getSingleSignOn", "DC47E143FA", "", "ten"), "ten", "86400");
      assertTold(
          backend.call("getSingleSignOn", "DC47E143FA", "", "", "Home"), "Home", "my_license");
      assertTold(
          backend.call("getSingleSignOn", "DC47E143FA", "", "", "", "localhost"),
          "localhost",
          "IPv4");
      assertTold(backend.call("getSingleSignOnByCustomer", "1", OURS), "1", "DEMOSHOP");
      assertTold(backend.call("getSingleSignOnByCustomer", ADA, "x"), "x", "External");
      assertTold(
          backend.call("getSingleSignOnByCustomer", ADA, OURS, "my_subscription", "a=1"),
          "a=1",
          "code=REFERENCE");
      assertTold(
          backend.call("getSingleSignOnInCart", ADA, OURS, "https://evil.example/"),
          "https://evil.example",
          "this gateway's own");
      assertTold(backend.call("setPartner", "PARTNER77"), "PARTNER77", "DEMOSHOP");
      assertTold(backend.call("getPartnerByCode", "PARTNER99"), "PARTNER99", "");
      assertTold(
          partner.call("getPartnerSingleSignOn", "a@b.example", "PARTNER01", page),
          "a@b.example",
          "PARTNER01");
      assertTold(
          partner.call("getPartnerSingleSignOn", "a@b.example", "PARTNER02", page),
          "PARTNER02",
          "PARTNER01");
    }

    @ParameterizedTest
    @EnumSource
    void namesTheSettingThatDecides(Protocol protocol) {
      Backend backend = API.demoShop(protocol);

      backend.call("getSingleSignOn", "DC47E143FA", "", "86401");
      assertThat(API.lastDiagnosis().setting()).hasValue("twocheckout.maximumValidity");
      backend.call("getPartnerSingleSignOn", "a@b.example", "PARTNER01", "x");
      assertThat(API.lastDiagnosis().setting()).hasValue("twocheckout.partnerMustBeSet");
      backend.call("getSingleSignOnInCart", ADA, OURS, "https://evil.example/");
      assertThat(API.lastDiagnosis().setting()).hasValue("twocheckout.cartOrigins");
      API.clock.advance(Duration.ofMinutes(10));
      backend.call("getSubscription", "DC47E143FA");
      assertThat(API.lastDiagnosis().setting()).hasValue("twocheckout.apiSessionLength");
    }

    @ParameterizedTest
    @EnumSource
    void hasNoMoreOfALongTextThanItsBeginning(Protocol protocol) {
      Backend backend = API.demoShop(protocol);
      API.told.clear();
      backend.call("getSingleSignOn", LONG);
      backend.call("getSingleSignOn", "DC47E143FA", LONG);
      backend.call("getSingleSignOn", "DC47E143FA", "", LONG, LONG, LONG);
      backend.call("getSingleSignOn", "DC47E143FA", "", "", LONG);
      backend.call("getSingleSignOn", "DC47E143FA", "", "", "", LONG);
      backend.call("searchPartners", LONG);
      backend.call("getCustomerInformationBySSOToken", LONG);
      API.client(protocol).call("getSubscription", LONG, LONG);
      API.client(protocol).call("login", LONG, LONG, LONG, LONG);
      API.client(protocol).call("login", "DEMOSHOP", LONG, LONG, LONG);
      API.client(protocol).call("x".repeat(100_000));

      assertThat(API.told).hasSize(11);
      assertThat(texts()).allMatch(text -> text.length() < 1_000);
    }

    private Stream<String> texts() {
      return API.told.stream()
          .map(Called.class::cast)
          .flatMap(
              called ->
                  Stream.of(
                          Stream.of(called.method()),
                          called.arguments().values().stream(),
                          called.refusal().map(ApiRefusal::why).stream())
                      .flatMap(texts -> texts));
    }

    private static void assertTold(Outcome outcome, String seen, String expected) {
      assertThat(outcome).isInstanceOf(Outcome.Failed.class);
      assertThat(API.lastDiagnosis().seen()).hasValue(seen);
      assertThat(API.lastDiagnosis().expected().orElse("")).contains(expected);
    }
  }

  @Nested
  class OfARefusedLogin {
    private static final String EXPLAINED = "The secret key was most likely another one";
    private static final String NOT_EXPLAINED = "Not explained further";

    @ParameterizedTest
    @ValueSource(strings = {"DEMOSHOP", "NOSHOP"})
    void isMadeAFewTimesInASecondForOneAddress(String code) {
      for (int second = 0; second < 2; second++) {
        API.told.clear();
        String batch = IntStream.range(0, 100).mapToObj(i -> login(code)).toList().toString();
        http.post("/rpc/6.0/", batch);

        List<String> told = API.told.stream().map(DiagnosisTest::why).toList();
        assertThat(told).hasSize(100);
        if (code.equals("DEMOSHOP")) {
          assertThat(told.subList(0, 10)).allMatch(why -> why.contains(EXPLAINED));
          assertThat(told.subList(10, 100)).allMatch(why -> why.contains(NOT_EXPLAINED));
        } else {
          assertThat(told).allMatch(why -> why.contains("no merchant of that code"));
        }
        API.clock.advance(Duration.ofSeconds(1));
      }
    }

    @Test
    void tellsTheRuleHoweverManyThereAre() {
      String date = new LoginDate(API.clock.instant().plusSeconds(3_600)).toString();
      String hash =
          LoginHash.compute(HashAlgorithm.SHA256, Secret.of("demo-secret-key"), "DEMOSHOP", date);
      for (int i = 0; i < 20; i++) {
        API.client(Protocol.JSON_RPC).call("login", "DEMOSHOP", date, hash);

        Diagnosis diagnosis = API.lastDiagnosis();
        assertThat(diagnosis.seen()).hasValue(date);
        assertThat(diagnosis.setting()).hasValue("twocheckout.loginTolerance");
      }
    }

    private String login(String code) {
      return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"login\",\"params\":[\"%s\",\"%s\",\"%s\"]}"
          .formatted(code, new LoginDate(API.clock.instant()), "00".repeat(32));
    }
  }

  private static String why(org.billingsso.journal.Outcome outcome) {
    return ((Called) outcome).refusal().orElseThrow().why();
  }
}
