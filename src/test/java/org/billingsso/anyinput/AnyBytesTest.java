package org.billingsso.anyinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import org.billingsso.gateway.Gateway;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are no characters, in bodies of every dialect. */
class AnyBytesTest {
  private static final String JSON =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"login\",\"params\":[\"%s\",\"\",\"\"]}";
  private static final String XML =
      "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><login>"
          + "<merchantCode>%s</merchantCode></login></e:Body></e:Envelope>";
  private static final String DECLARED = "<?xml version='1.0' encoding='%s'?>";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  @AutoClose private static final Gateway GATEWAY = Gateway.builder().start();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c080",
        "c1bf",
        "e08080",
        "f0808080",
        "eda080",
        "edbfbf",
        "eda0bdedb880",
        "f4908080",
        "f5808080",
        "80",
        "c3",
        "ff",
        "fe"
      })
  void thatAreNoUtf8AreNoTextInAnyDialect(String hexadecimal) {
    String bytes = new String(HexFormat.of().parseHex(hexadecimal), ISO_8859_1);

    assertNoText(JSON.formatted(bytes).getBytes(ISO_8859_1), XML.formatted(bytes), "utf-8");
    for (String encoded : List.of(bytes, hexadecimal.replaceAll("(..)", "%$1"))) {
      byte[] form = ("customer[id]=" + encoded + "&email=" + encoded).getBytes(ISO_8859_1);
      HttpResponse<String> chargebee = post("/api/v2/portal_sessions", form, "");
      assertThat(chargebee.statusCode()).isEqualTo(400);
      assertThat(chargebee.body()).contains("not percent-encoded UTF-8");
      assertThat(post("/portal/login", form, "").statusCode()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"d800", "dc00d83d", "d83d0041", "dfff"})
  void thatAreHalfAPairInUtf16AreNoTextEither(String hexadecimal) {
    for (Charset order : List.of(UTF_16BE, UTF_16LE)) {
      assertNoText(
          halved(JSON.formatted("\ue000"), hexadecimal, order),
          new String(halved(XML.formatted("\ue000"), hexadecimal, order), ISO_8859_1),
          "utf-16");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"00110000", "0000d800", "0000d83d0000de00", "7fffffff"})
  void thatAreNoCharacterInUtf32AreNoJson(String hexadecimal) {
    Charset utf32 = Charset.forName("UTF-32BE");
    String[] around = JSON.split("%s", 2);
    byte[] body =
        (new String(around[0].getBytes(utf32), ISO_8859_1)
                + new String(HexFormat.of().parseHex(hexadecimal), ISO_8859_1)
                + new String(around[1].getBytes(utf32), ISO_8859_1))
            .getBytes(ISO_8859_1);

    assertThat(post("/rpc/6.0/", body, "").body()).contains("-32700");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE"})
  void thatAreCharactersAreReadInEachEncodingOfUnicode(String encoding) {
    Charset charset = Charset.forName(encoding);
    for (String text : List.of("a", "\u00e9\u0800", "\ud83d\ude00", "\udbff\udfff")) {
      assertThat(post("/rpc/6.0/", JSON.formatted(text).getBytes(charset), "").body())
          .contains("AUTHENTICATION_FAILED");
      if (!encoding.equals("UTF-16")) { // Its encoder writes the mark by itself.
        byte[] marked = ("\ufeff" + JSON.formatted(text)).getBytes(charset);
        assertThat(post("/rpc/6.0/", marked, "").body()).contains("AUTHENTICATION_FAILED");
      }
      if (!encoding.startsWith("UTF-32")) {
        String declared = DECLARED.formatted(encoding) + XML.formatted(text);
        assertThat(post("/soap/6.0/", declared.getBytes(charset), "").body())
            .contains("AUTHENTICATION_FAILED");
      }
    }
  }

  /** The text in UTF-16 with other code units instead of its private one. */
  private static byte[] halved(String text, String hexadecimal, Charset order) {
    StringBuilder bytes = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      String units =
          text.charAt(i) == '\ue000' ? hexadecimal : "%04x".formatted((int) text.charAt(i));
      bytes.append(order.equals(UTF_16BE) ? units : units.replaceAll("(..)(..)", "$2$1"));
    }
    return HexFormat.of().parseHex(bytes);
  }

  private static void assertNoText(byte[] json, String xml, String charset) {
    assertThat(post("/rpc/6.0/", json, "application/json").body()).contains("-32700");
    String type = "text/xml; charset=" + charset;
    HttpResponse<String> soap = post("/soap/6.0/", xml.getBytes(ISO_8859_1), type);
    assertThat(soap.statusCode()).isEqualTo(500);
    assertThat(soap.body()).contains(":Client<", "not well-formed");
  }

  private static HttpResponse<String> post(String path, byte[] body, String type) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(GATEWAY.address() + path))
            .header("Content-Type", type.isEmpty() ? "application/x-www-form-urlencoded" : type)
            .header("Authorization", "Basic dGVzdF9kZW1vX2tleTo=")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException unanswered) {
      throw new AssertionError("The gateway did not answer", unanswered);
    }
  }
}
