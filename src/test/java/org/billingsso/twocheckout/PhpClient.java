package org.billingsso.twocheckout;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A back end in PHP, of which each call is made by PHP's own libraries. */
final class PhpClient implements ApiClient, AutoCloseable {

  /** How a call is made in PHP. */
  enum Way {
    /** JSON-RPC with a list of parameters. */
    JSON("json"),
    /** JSON-RPC as the older samples of the platform do it: without the empty parameters. */
    JSON_FILTERED("json-filtered"),
    SOAP_LITERAL("soapliteral"),
    SOAP_ENCODED("soapencoded"),
    SOAP_WITHOUT_DESCRIPTION("soap");

    private final String name;

    Way(String name) {
      this.name = name;
    }

    /** Whether a null is a null on the wire, too. */
    boolean sendsNull() {
      return this == JSON || this == SOAP_ENCODED || this == SOAP_WITHOUT_DESCRIPTION;
    }
  }

  private final Process php;
  private final BufferedReader answers;

  PhpClient(URI gateway, Way way) {
    try {
      php =
          new ProcessBuilder("php", "src/test/php/client.php", gateway.toString(), way.name)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
    } catch (IOException noPhp) {
      throw new AssertionError("PHP does not start", noPhp);
    }
    answers = php.inputReader(UTF_8);
  }

  @Override
  public Outcome call(String method, @Nullable Object... arguments) {
    JsonNode outcome = made(method, arguments);
    return outcome.has("value")
        ? Outcome.value(outcome.get("value"))
        : Outcome.failed(
            outcome.path("code").asText(),
            outcome.path("number").asInt(),
            outcome.path("message").asText());
  }

  /** What PHP makes of the call: its value with PHP's types, or its error. */
  JsonNode made(String method, @Nullable Object... arguments) {
    Map<String, Object> call = Map.of("method", method, "arguments", Arrays.asList(arguments));
    try {
      php.getOutputStream().write((Outcome.JSON.valueToTree(call) + "\n").getBytes(UTF_8));
      php.getOutputStream().flush();
      String line = answers.readLine();
      if (line == null || !line.startsWith("{")) {
        throw new AssertionError("PHP said " + line);
      }
      return Outcome.read(line);
    } catch (IOException ended) {
      throw new AssertionError("PHP has ended", ended);
    }
  }

  @Override
  public void close() {
    php.destroy();
  }
}
