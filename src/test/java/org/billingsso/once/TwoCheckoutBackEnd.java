package org.billingsso.once;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.billingsso.directory.Secret;
import org.billingsso.twocheckout.HashAlgorithm;
import org.billingsso.twocheckout.LoginDate;
import org.billingsso.twocheckout.LoginHash;

/** Asks for links over JSON-RPC, and logs in when it has to. Its links end no others. */
final class TwoCheckoutBackEnd implements BackEnd {
  private static final ObjectMapper JSON = new JsonMapper();
  private static final Secret KEY = Secret.of("demo-secret-key");
  private static final String MERCHANT = "DEMOSHOP";
  private static final int SESSION_EXPIRED = 10_000;

  private final URI gateway;
  private final InstantSource clock;
  private final Duration validity;
  private String session = "";

  /**
   * @param clock the gateway's
   * @param validity how long its links live
   */
  TwoCheckoutBackEnd(URI gateway, InstantSource clock, Duration validity) {
    this.gateway = gateway;
    this.clock = clock;
    this.validity = validity;
  }

  @Override
  public String holder() {
    return "";
  }

  @Override
  public String issue() {
    JsonNode answer = singleSignOn();
    if (answer.at("/error/code").asInt() == SESSION_EXPIRED) {
      session = login();
      answer = singleSignOn();
    }
    return answer.path("result").asText();
  }

  private JsonNode singleSignOn() {
    return call(
        "getSingleSignOn", List.of(session, "DC47E143FA", "ada@example.com", validity.toSeconds()));
  }

  /** The id of a new session. */
  String login() {
    String date = new LoginDate(clock.instant()).toString();
    String hash = LoginHash.compute(HashAlgorithm.SHA256, KEY, MERCHANT, date);
    return call("login", List.of(MERCHANT, date, hash)).path("result").asText();
  }

  /** What the method answers: a JSON-RPC response, or nothing. */
  JsonNode call(String method, List<?> parameters) {
    JsonNode call =
        JsonNodeFactory.instance
            .objectNode()
            .put("jsonrpc", "2.0")
            .put("id", 1)
            .put("method", method)
            .set("params", JSON.valueToTree(parameters));
    return Http.send(
            Http.to(gateway.resolve("/rpc/6.0/")).POST(BodyPublishers.ofString(call.toString())))
        .map(answer -> parsed(answer.body()))
        .orElseGet(MissingNode::getInstance);
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException notOurs) {
      return MissingNode.getInstance(); // A proxy's own error page.
    }
  }
}
