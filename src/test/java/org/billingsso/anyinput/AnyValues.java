package org.billingsso.anyinput;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.Random;

/** Values that nobody expects, and some that are right. The same seed has the same ones. */
final class AnyValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "null",
          "true",
          "0",
          "-1",
          "50",
          "50.0",
          "1e2",
          "1e999999999",
          "1e-999999999",
          "9".repeat(400),
          "NaN",
          "0x10",
          "\u0661\u0662",
          "2026-11-22 09:30:00",
          "+999999999-12-31 23:59:59",
          "-999999999-01-01 00:00:00",
          "9999-12-31 23:59:59",
          "0000-01-01 00:00:00",
          "2026-02-30 25:61:61",
          "\u0000",
          "a\u0001\u0008\u000b\u001f\u007f\u0085b",
          "\ufffe\uffff",
          "\ud800",
          "\udc00a\ud83d",
          "\ud83d\ude00",
          "\u202e\u2028\u2029\ufeff",
          "'\"<>&;]]>--><![CDATA[",
          "%",
          "%zz%00%0d%0a",
          "a\r\nb: c",
          "../..//\\..;/.",
          "${jndi:x}#{1}{{2}}",
          "Request[]=code=DC47E143FA",
          "Request[0]=code%3D",
          "[[[[[[[[",
          "{\"a\":",
          "a@b",
          "@".repeat(300),
          ":".repeat(60) + "x",
          "https://[::1",
          "https://a:99999999/",
          "http://user:pass@host/?a#b",
          "javascript:alert(1)",
          "x".repeat(255),
          "x".repeat(256),
          "x".repeat(5_000),
          "DEMOSHOP",
          "DC47E143FA",
          "352365983",
          "PARTNER01",
          "ada@example.com",
          "admin@partner01.example",
          "AvangateCustomerReference",
          "ExternalCustomerReference",
          "my_subscription",
          "view_order",
          "203.0.113.7",
          "https://secure.2checkout.com/partners/",
          "00".repeat(32),
          "sha256",
          "en");

  private static final List<String> NUMBERS =
      List.of("0", "-0", "-1", "50", "50.0", "1e2", "1e400", "1e-400", "9".repeat(300), "2.5");

  private final Random random;

  AnyValues(long seed) {
    random = new Random(seed);
  }

  /** One of so many. */
  int number(int bound) {
    return random.nextInt(bound);
  }

  /** Whether something that happens so often out of ten happens. */
  boolean happens(int outOfTen) {
    return random.nextInt(10) < outOfTen;
  }

  String text() {
    String text = TEXTS.get(random.nextInt(TEXTS.size()));
    return happens(1) ? text + TEXTS.get(random.nextInt(TEXTS.size())) : text;
  }

  JsonNode json() {
    return json(3);
  }

  private JsonNode json(int depth) {
    int kind = random.nextInt(depth == 0 ? 8 : 10);
    return switch (kind) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2 -> JSON.rawValueNode(new RawValue(NUMBERS.get(random.nextInt(NUMBERS.size()))));
      case 8 -> {
        ArrayNode list = JSON.arrayNode();
        for (int i = random.nextInt(3); i >= 0; i--) {
          list.add(json(depth - 1));
        }
        yield list;
      }
      case 9 -> {
        ObjectNode object = JSON.objectNode();
        for (int i = random.nextInt(3); i >= 0; i--) {
          object.set(happens(5) ? "code" : text(), json(depth - 1));
        }
        yield object;
      }
      default -> JSON.textNode(text());
    };
  }
}
