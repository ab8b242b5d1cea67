package org.billingsso.twocheckout;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "JSON-RPC" of the specification: which bodies are taken, and what the answers look like. */
class JsonRpcEnvelopeTest {
  private static final String PATH = "/rpc/6.0/";
  private static final String PARSE_ERROR = error(-32700, "Parse error", "PARSE_ERROR");
  private static final String INVALID_REQUEST = error(-32600, "Invalid Request", "INVALID_REQUEST");
  private static final String INVALID_PARAMS = error(-32602, "Invalid params", "INVALID_PARAMS");
  private static final String METHOD_NOT_FOUND =
      error(-32601, "Method not found", "METHOD_NOT_FOUND");

  @AutoClose private static final RunningApi API = RunningApi.started();

  private final PlainHttp http = API.http();
  private final String session = API.demoShop(Protocol.JSON_RPC).session();

  @Nested
  class AnAnswer {

    @Test
    void hasAResultAndNoError() {
      assertThat(
              answer("{'jsonrpc':'2.0','id':1,'method':'setPartner','params':['S','PARTNER01']}"))
          .isEqualTo(json("{'jsonrpc':'2.0','id':1,'result':true}"));
    }

    @Test
    void hasAnErrorWithItsCodeTwiceAndNoResult() {
      assertThat(answer("{'jsonrpc':'2.0','id':1,'method':'setPartner','params':['S','']}"))
          .isEqualTo(
              json(
                  "{'jsonrpc':'2.0','id':1,'error':{'code':20002,'message':'Partner code is"
                      + " mandatory.','data':{'error_code':'INVALID_PARTNER'}}}"));
    }

    @Test
    void isNotToBeStored() {
      HttpResponse<String> response = post("{'jsonrpc':'2.0','id':1,'method':'login'}");

      assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValue("application/json; charset=utf-8");
    }
  }

  @Nested
  class TheVersion {

    @ParameterizedTest
    @ValueSource(strings = {"'2.0'", "2", "2.0", "2.00", "2e0"})
    void mayBeANumber(String version) {
      assertThat(
              answer(
                  "{'jsonrpc':%s,'id':1,'method':'setPartner','params':['S','PARTNER01']}"
                      .formatted(version)))
          .isEqualTo(json("{'jsonrpc':'2.0','id':1,'result':true}"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "'1.0'",
          "'2'",
          "'2.1'",
          "1",
          "2.1",
          "20",
          "null",
          "true",
          "[]",
          "{}",
          "1E999999999"
        })
    void isRefusedOtherwise(String version) {
      assertThat(answer("{'jsonrpc':%s,'id':1,'method':'login'}".formatted(version)))
          .isEqualTo(json(INVALID_REQUEST.formatted("1")));
    }

    @Test
    void isRefusedWhereItIsMissing() {
      assertThat(answer("{'id':1,'method':'login'}"))
          .isEqualTo(json(INVALID_REQUEST.formatted("1")));
    }
  }

  @Nested
  class TheId {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "0",
          "-1",
          "1.0",
          "1.5",
          "null",
          "''",
          "'0'",
          "'a b'",
          "'\u00e9'",
          "9007199254740993",
          "123456789012345678901234567890",
          "0.10000000000000000000000000001"
        })
    void isEchoedAsItWasSent(String id) {
      String call = "{'jsonrpc':'2.0','id':%s,'method':'setPartner','params':['S','PARTNER01']}";

      assertThat(post(call.formatted(id)).body())
          .isEqualTo("{'jsonrpc':'2.0','id':%s,'result':true}".formatted(id).replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "[]", "[1]", "{}", "{'a':1}"})
    void isNothingElse(String id) {
      assertThat(answer("{'jsonrpc':'2.0','id':%s,'method':'login'}".formatted(id)))
          .isEqualTo(json(INVALID_REQUEST.formatted("null")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'\ud83d\ude00'", "1e2", "-0", "1E400"})
    void meansTheSameWhereItIsWrittenInAnotherWay(String id) {
      String call = "{'jsonrpc':'2.0','id':%s,'method':'setPartner','params':['S','PARTNER01']}";
      JsonNode echo = answer(call.formatted(id)).path("id");

      assertThat(echo.isTextual() ? echo : echo.decimalValue().stripTrailingZeros())
          .isEqualTo(echo.isTextual() ? json(id) : new BigDecimal(id).stripTrailingZeros());
    }

    @Test
    void thatIsHalfACharacterDoesNoHarm() {
      String call =
          "{'jsonrpc':'2.0','id':'\\ud83d','method':'setPartner','params':['S','PARTNER01']}";

      assertThat(answer(call).path("result").asBoolean()).isTrue();
    }

    @Test
    void makesANotificationByItsAbsence() {
      HttpResponse<String> response =
          post("{'jsonrpc':'2.0','method':'setPartner','params':['S','PARTNER01']}");

      assertThat(response.statusCode()).isEqualTo(204);
      assertThat(response.body()).isEmpty();
      assertThat(post("{'jsonrpc':'2.0','method':'nothing'}").statusCode()).isEqualTo(204);
      assertThat(post("{'jsonrpc':'2.0','method':'login','params':[1,2,3,4,5]}").statusCode())
          .isEqualTo(204);
    }

    @Test
    void isNotNeededForTheCallToBeMade() {
      post("{'jsonrpc':'2.0','method':'setPartner','params':['S','PARTNER01']}");

      assertThat(
              result(
                  "getPartnerSingleSignOn",
                  "['S','admin@partner01.example','PARTNER01',"
                      + "'https://secure.2checkout.com/partners/']"))
          .contains("/partners/?logintoken=");
    }
  }

  @Nested
  class TheMethod {

    @ParameterizedTest
    @ValueSource(strings = {" setPartner", "setPartner ", "\\tsetPartner\\n"})
    void mayHaveBlanksAroundIt(String method) {
      assertThat(result(method, "['S','PARTNER01']")).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "setpartner",
          "SETPARTNER",
          "LOGIN",
          "set Partner",
          "",
          "toString",
          "getClass",
          "rpc.list"
        })
    void isCaseSensitive(String method) {
      assertThat(answer("{'jsonrpc':'2.0','id':1,'method':'%s','params':[]}".formatted(method)))
          .isEqualTo(json(METHOD_NOT_FOUND.formatted("1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "['login']", "{}"})
    void isAText(String method) {
      assertThat(answer("{'jsonrpc':'2.0','id':1,'method':%s}".formatted(method)))
          .isEqualTo(json(INVALID_REQUEST.formatted("1")));
    }
  }

  @Nested
  class Parameters {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "['S','DC47E143FA','ada@example.com',50,'my_license','203.0.113.7']",
          "['S','DC47E143FA','ada@example.com','50','my_license','203.0.113.7']",
          "['S','DC47E143FA',null,50,'my_license']",
          "{'sessionID':'S','subscriptionReference':'DC47E143FA','validityTime':50,"
              + "'accessPage':'my_license'}",
          "{'accessPage':'my_license','SESSIONID':'S','subscriptionreference':'DC47E143FA'}",
          "{'0':'S','1':'DC47E143FA','4':'my_license'}",
          "{'4':'my_license','1':'DC47E143FA','0':'S','3':'50'}",
          "{'0':'S','1':'DC47E143FA','2':null,'4':'my_license','5':''}"
        })
    void comeByPositionByNameOrInASparseList(String params) {
      assertThat(result("getSingleSignOn", params))
          .contains("/myaccount/my_license/?subscription=DC47E143FA&lang=en&logintoken=");
    }

    @Test
    void keepTheGapsOfASparseList() {
      String url = result("getSingleSignOn", "{'0':'S','1':'DC47E143FA','3':'50','4':'faq'}");

      assertThat(url).contains("/support/?lang=en&logintoken=");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "['S','DC47E143FA','','','','','']",
          "['S','DC47E143FA',null,null,null,null,null]",
          "{'0':'S','6':'x'}",
          "{'0':'S','99999':'x'}",
          "{'0':'S','-1':'x'}",
          "{'sessionID':'S','reference':'DC47E143FA'}",
          "{'sessionID':'S','':'DC47E143FA'}"
        })
    void areInvalidWhereTheMethodHasNoSuchOne(String params) {
      assertThat(call("getSingleSignOn", params)).isEqualTo(json(INVALID_PARAMS.formatted("1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'S'", "1", "true"})
    void areAListOrAnObject(String params) {
      assertThat(call("setPartner", params)).isEqualTo(json(INVALID_REQUEST.formatted("1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null"})
    void mayAllBeMissing(String params) {
      assertThat(call("setPartner", params).path("error").path("code").intValue()).isEqualTo(10000);
      assertThat(
              answer("{'jsonrpc':'2.0','id':1,'method':'setPartner'}").path("error").path("code"))
          .isEqualTo(json("10000"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "'Request[]=code=115D3F5ED1'",
          "['code=115D3F5ED1']",
          "{'Request[]':'code=115D3F5ED1'}",
          "{'code':'115D3F5ED1'}",
          "{'Request':[{'code':'115D3F5ED1'}]}"
        })
    void mayBeObjectsWhereOneIsLikely(String request) {
      String params =
          "['S','352365983','AvangateCustomerReference','my_subscription',%s]".formatted(request);

      assertThat(result("getSingleSignOnByCustomer", params)).contains("?subscription=115D3F5ED1&");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "getSingleSignOn | ['S',['DC47E143FA']] | 20007",
          "getSingleSignOn | ['S',{'a':1}] | 20007",
          "getSingleSignOn | ['S','DC47E143FA',['ada@example.com']] | 20001",
          "getSingleSignOn | [['S'],'DC47E143FA'] | 10000",
          "getSingleSignOn | [1,'DC47E143FA'] | 10000",
          "searchPartners | ['S',1] | 20013",
          "searchPartners | ['S',true] | 20013",
          "searchPartners | ['S',['PARTNER']] | 20013",
          "searchPartners | ['S',{}] | 20013",
          "login | [1,2,3,4] | 10003",
          "login | [[],{},[],{}] | 10003"
        })
    void ofAnotherTypeAreWrongLikeAnyWrongValue(String method, String params, int code) {
      assertThat(call(method, params).path("error").path("code").intValue()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "[]", "['203.0.113.7']", "{}"})
    void forAPartnersAddressAreTexts(String validationIp) {
      post("{'jsonrpc':'2.0','method':'setPartner','params':['S','PARTNER01']}");
      String params =
          "['S','admin@partner01.example','PARTNER01','https://secure.2checkout.com/partners/','',%s]"
              .formatted(validationIp);

      assertThat(call("getPartnerSingleSignOn", params).path("error").path("code").intValue())
          .isEqualTo(20009);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'sessionID':'x','sessionID':'S','partnerCode':'PARTNER01'}",
          "{'sessionID':'S','sessionID':'S','partnerCode':'PARTNER01'}",
          "{'sessionID':'bad','SESSIONID':'S','partnerCode':'PARTNER01'}",
          "{'0':'S','sessionID':'S','partnerCode':'PARTNER01'}",
          "{'0':'S','param0':'S','1':'PARTNER01'}",
          "{'0':'S','1':'PARTNER01','01':'PARTNER01'}",
          "{'sessionID':'S','partnerCode':{'a':1,'a':2}}"
        })
    void areRefusedWhereOneIsThereTwice(String params) {
      assertThat(call("setPartner", params).path("error").path("code").intValue())
          .isEqualTo(-32602);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'jsonrpc':'2.0','id':1,'method':'setPartner','method':'login','params':[]}",
          "{'jsonrpc':'2.0','id':1,'method':'login','params':[],'params':[]}",
          "{'jsonrpc':'2.0','jsonrpc':'2.0','id':1,'method':'login'}",
          "{'jsonrpc':'2.0','id':2,'id':1,'method':'login'}",
          "{'jsonrpc':'2.0','id':1,'method':'login','more':{'a':{'b':1,'b':2}}}"
        })
    void belongToARequestWhoseKeysAreThereOnce(String request) {
      assertThat(answer(request)).isEqualTo(json(INVALID_REQUEST.formatted("1")));
      assertThat(answer("[" + request + "]"))
          .isEqualTo(json("[" + INVALID_REQUEST.formatted("1") + "]"));
    }

    @Test
    void areSoMuchAsAMethodMayTakeAtMost() {
      String names =
          IntStream.range(0, 4_000).mapToObj("'p%d':1"::formatted).collect(joining(",", "{", "}"));

      for (String params : new String[] {names, "[" + "1,".repeat(9_000) + "1]"}) {
        assertThat(call("setPartner", params).path("error").path("code").intValue())
            .isEqualTo(-32602);
      }
    }
  }

  @Nested
  class ABatch {

    @Test
    void isAnsweredInItsOrderWithoutItsNotifications() {
      assertThat(
              answer(
                  "[{'jsonrpc':'2.0','id':'a','method':'setPartner','params':['S','PARTNER01']},"
                      + "{'jsonrpc':'2.0','method':'setPartner','params':['S','PARTNER02']},"
                      + "{'jsonrpc':'2.0','id':'b','method':'nothing'},7,"
                      + "{'jsonrpc':'2.0','id':null,'method':'setPartner','params':['S','PARTNER01']}]"))
          .isEqualTo(
              json(
                  "[{'jsonrpc':'2.0','id':'a','result':true},"
                      + METHOD_NOT_FOUND.formatted("'b'")
                      + ","
                      + INVALID_REQUEST.formatted("null")
                      + ",{'jsonrpc':'2.0','id':null,'result':true}]"));
    }

    @Test
    void ofNothingIsNoRequest() {
      assertThat(answer("[]")).isEqualTo(json(INVALID_REQUEST.formatted("null")));
    }

    @Test
    void ofNotificationsHasNoAnswer() {
      HttpResponse<String> response =
          post(
              "[{'jsonrpc':'2.0','method':'login'},"
                  + "{'jsonrpc':'2.0','method':'setPartner','params':['S','PARTNER01']}]");

      assertThat(response.statusCode()).isEqualTo(204);
      assertThat(response.body()).isEmpty();
    }

    @Test
    void ofABatchIsNoRequest() {
      assertThat(answer("[[{'jsonrpc':'2.0','id':1,'method':'login'}]]"))
          .isEqualTo(json("[" + INVALID_REQUEST.formatted("null") + "]"));
    }

    @Test
    void mayMakeAHundredCalls() {
      JsonNode answer = answer(batch(100));

      assertThat(answer).isInstanceOf(ArrayNode.class).hasSize(100);
      assertThat(answer.get(99).path("id").intValue()).isEqualTo(99);
    }

    @Test
    void mayNotMakeMore() {
      assertThat(answer(batch(101))).isEqualTo(json(INVALID_REQUEST.formatted("null")));
      assertThat(answer("[" + "1,".repeat(5_000) + "1]"))
          .isEqualTo(json(INVALID_REQUEST.formatted("null")));
      assertThat(answer("[" + "1,".repeat(400_000) + "1]").path("error").path("code").intValue())
          .isEqualTo(-32700);
    }

    private String batch(int calls) {
      return IntStream.range(0, calls)
          .mapToObj("{'jsonrpc':'2.0','id':%d,'method':'login'}"::formatted)
          .toList()
          .toString();
    }
  }

  @Nested
  class ABody {
    private static final String CALL =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"login\",\"params\":[\"\u00e9\"]}";

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "{",
          "[",
          "nothing",
          "{'jsonrpc':'2.0','id':1,'method':'login'",
          "{'jsonrpc':'2.0','id':1,'method':'login'}}",
          "{'jsonrpc':'2.0','id':1,'method':'login'} {}",
          "{'jsonrpc':'2.0','id':1,'method':'login'}garbage",
          "{'jsonrpc':'2.0','id':1,'method':'login',}",
          "{'jsonrpc':'2.0','id':01,'method':'login'}",
          "{'jsonrpc':'2.0','id':NaN,'method':'login'}",
          "{jsonrpc:'2.0','id':1,'method':'login'}",
          "{'jsonrpc':'2.0',/* a comment */'id':1,'method':'login'}",
          "json={'jsonrpc':'2.0','id':1,'method':'login'}",
          "<login/>",
          "\u0000"
        })
    void thatIsNotJsonIsAParseError(String body) {
      assertThat(answer(body)).isEqualTo(json(PARSE_ERROR.formatted("null")));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"1", "'login'", "null", "true", "{}", "{'id':true}", "{'method':'login'}"})
    void thatIsNoRequestIsInvalid(String body) {
      assertThat(answer(body)).isEqualTo(json(INVALID_REQUEST.formatted("null")));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "application/json",
          "application/json; charset=utf-8",
          "application/json-rpc",
          "application/x-www-form-urlencoded",
          "text/plain",
          "text/xml",
          "multipart/form-data; boundary=x",
          "x"
        })
    void isReadWhateverItsTypeSays(String contentType) {
      HttpResponse<String> response = http.post(PATH, CALL, "Content-Type", contentType);

      assertThat(Outcome.read(response.body()).path("error").path("code").intValue())
          .isEqualTo(10003);
    }

    @Test
    void mayHaveNoTypeAndAByteOrderMark() {
      assertThat(code(http.post(PATH, CALL).body())).isEqualTo(10003);
      assertThat(code(http.post(PATH, "\ufeff" + CALL).body())).isEqualTo(10003);
      assertThat(code(http.post(PATH, CALL.getBytes(UTF_16)).body())).isEqualTo(10003);
    }

    @Test
    void thatIsNotUnicodeIsAParseError() {
      assertThat(code(http.post(PATH, CALL.getBytes(ISO_8859_1)).body())).isEqualTo(-32700);
      assertThat(code(http.post(PATH, new byte[] {(byte) 0xc0, (byte) 0x80}).body()))
          .isEqualTo(-32700);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 999, 1_001, 100_000})
    void thatIsDeepIsRefusedWithoutHarm(int depth) {
      String deep = "[".repeat(depth) + "]".repeat(depth);
      String call = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"login\",\"params\":[%s]}";

      assertThat(code(http.post(PATH, call.formatted(deep)).body())).isIn(10003, -32700);
      assertThat(code(http.post(PATH, "{\"a\":".repeat(depth)).body())).isEqualTo(-32700);
    }

    @Test
    void mayBeCompressed() {
      byte[] compressed = PlainHttp.gzip(CALL.getBytes(UTF_8));

      for (String encoding : new String[] {"gzip", "GZIP", "x-gzip"}) {
        HttpResponse<String> response = http.post(PATH, compressed, "Content-Encoding", encoding);
        assertThat(code(response.body())).isEqualTo(10003);
      }
    }

    @Test
    void thatIsNotCompressedAsItSaysIsABadRequest() {
      assertThat(http.post(PATH, CALL, "Content-Encoding", "gzip").statusCode()).isEqualTo(400);
      byte[] cut = PlainHttp.gzip(CALL.getBytes(UTF_8));
      cut = Arrays.copyOf(cut, cut.length - 10);
      assertThat(http.post(PATH, cut, "Content-Encoding", "gzip").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "br", "zstd", "gzip, gzip", "x"})
    void inAnotherEncodingIsRefused(String encoding) {
      HttpResponse<String> response = http.post(PATH, CALL, "Content-Encoding", encoding);

      assertThat(response.statusCode()).isEqualTo(415);
      assertThat(response.body()).contains("gzip");
    }

    @Test
    void mayBeAsLongAsTheLimit() {
      String call = CALL + " ".repeat((1 << 20) - CALL.getBytes(UTF_8).length);

      assertThat(code(http.post(PATH, call).body())).isEqualTo(10003);
      assertThat(http.post(PATH, call + " ").statusCode()).isEqualTo(413);
    }

    @Test
    void mayNotExceedTheLimitInChunksOrCompressedEither() {
      byte[] zeros = new byte[(1 << 20) + 1];
      byte[] bomb = PlainHttp.gzip(new byte[50 << 20]);

      assertThat(
              http.send(
                      "POST", PATH, BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(zeros)))
                  .statusCode())
          .isEqualTo(413);
      assertThat(http.post(PATH, bomb, "Content-Encoding", "gzip").statusCode()).isEqualTo(413);
    }
  }

  @Nested
  class AnHttpMethod {

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH"})
    void otherThanPostIsNotAllowed(String method) {
      HttpResponse<String> response = http.send(method, PATH, BodyPublishers.ofString("{}"));

      assertThat(response.statusCode()).isEqualTo(405);
      assertThat(response.headers().firstValue("Allow")).hasValue("POST");
    }
  }

  private static int code(String body) {
    return Outcome.read(body).path("error").path("code").intValue();
  }

  private JsonNode call(String method, String params) {
    return answer("{'jsonrpc':'2.0','id':1,'method':'%s','params':%s}".formatted(method, params));
  }

  private String result(String method, String params) {
    JsonNode answer = call(method, params);
    assertThat(answer.has("result")).as("%s", answer).isTrue();
    return answer.path("result").asText();
  }

  private JsonNode answer(String body) {
    HttpResponse<String> response = post(body);
    assertThat(response.statusCode()).isEqualTo(200);
    return Outcome.read(response.body());
  }

  /** Posts it with double quotes for single ones, and the session's id for {@code 'S'}. */
  private HttpResponse<String> post(String body) {
    return http.post(PATH, body.replace("'S'", "'" + session + "'").replace('\'', '"'));
  }

  private static JsonNode json(String text) {
    return Outcome.read(text.replace('\'', '"'));
  }

  private static String error(int code, String message, String name) {
    return "{'jsonrpc':'2.0','id':%%s,'error':{'code':%d,'message':'%s','data':{'error_code':'%s'}}}"
        .formatted(code, message, name);
  }
}
