package org.billingsso.twocheckout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.billingsso.http.MaximumLength;
import org.billingsso.http.PercentEncoding;

/**
 * The subscription that the parameter {@code request} names: {@code Request[]=code=REFERENCE} or
 * only {@code code=REFERENCE}, which are query strings, percent-encoded or not; or a list or an
 * object of that.
 */
final class RequestedSubscription {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String CODE = "code";
  private static final Pattern REQUEST = Pattern.compile("request(?:\\[[^\\]]*\\])*");
  private static final String REQUEST_CODE = "request[code]";

  /** As deep as {@code {"Request": ["Request[]=code=REFERENCE"]}}. */
  private static final int DEEPEST = 4;

  private RequestedSubscription() {}

  /** The reference; empty where none is named. */
  static Optional<String> in(String request) {
    boolean isJson = request.startsWith("[") || request.startsWith("{");
    if (isJson && MaximumLength.URL.admits(request)) {
      try {
        return in(JSON.readTree(request), DEEPEST);
      } catch (JsonProcessingException aTextAfterAll) {
        return in(TextNode.valueOf(request), DEEPEST);
      }
    }
    return in(TextNode.valueOf(request), DEEPEST);
  }

  private static Optional<String> in(JsonNode request, int depth) {
    if (!request.isContainerNode()) {
      String text = request.asText();
      return MaximumLength.URL.admits(text) ? inQuery(text, depth) : Optional.empty();
    }
    JsonNode code = request.path(CODE);
    if (code.isValueNode()) {
      return LinkParameters.optional(code.asText());
    }
    return request.isEmpty() || depth == 0
        ? Optional.empty()
        : in(request.iterator().next(), depth - 1);
  }

  private static Optional<String> inQuery(String query, int depth) {
    return Arrays.stream(query.split("&", -1))
        .flatMap(pair -> inPair(pair, depth).stream())
        .findFirst();
  }

  private static Optional<String> inPair(String pair, int depth) {
    int equals = pair.indexOf('=');
    if (equals < 0) {
      String decoded = decoded(pair);
      return depth > 0 && decoded.contains("=") ? inQuery(decoded, depth - 1) : Optional.empty();
    }
    String name = decoded(pair.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
    String value = decoded(pair.substring(equals + 1)).strip();
    if (name.equals(CODE) || name.equals(REQUEST_CODE)) {
      return LinkParameters.optional(value);
    }
    return depth > 0 && REQUEST.matcher(name).matches()
        ? inQuery(value, depth - 1)
        : Optional.empty();
  }

  private static String decoded(String text) {
    return PercentEncoding.decodeForm(text).orElse(text);
  }
}
