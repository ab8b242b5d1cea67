package org.billingsso.chargebee;

import static org.billingsso.portal.Wording.inQuery;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.billingsso.http.FormData;
import org.billingsso.http.HttpError;
import org.billingsso.http.MaximumLength;
import org.billingsso.http.PercentEncoding;

/**
 * What an integrator's site says when it sends a browser to the portal's login.
 *
 * @param values the parameters that are there and not empty, decoded
 */
record LoginRequest(Map<String, String> values) {
  static final String RETURN_URL = "return_url";
  static final String CANCEL_URL = "cancel_url";
  static final String EMAIL = "email";

  private static final Set<String> NAMES = Set.of(RETURN_URL, CANCEL_URL, EMAIL);

  /** An address that is longer than one can be is left out, since pages repeat it. */
  LoginRequest {
    values.values().removeIf(String::isBlank);
    values.computeIfPresent(
        EMAIL, (name, typed) -> MaximumLength.EMAIL.admits(typed) ? typed : null);
  }

  /**
   * Reads a query. A URL that comes un-encoded keeps its own query: everything up to the next
   * parameter of ours belongs to it, as it is.
   */
  static LoginRequest ofQuery(String rawQuery) {
    Map<String, String> values = new LinkedHashMap<>();
    String open = "";
    for (String pair : rawQuery.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? "" : pair.substring(0, equals);
      if (NAMES.contains(name) && !values.containsKey(name)) {
        String value = pair.substring(equals + 1);
        boolean isUrlAsItIs = value.contains("://");
        values.put(name, isUrlAsItIs ? value : decode(value));
        open = isUrlAsItIs ? name : "";
      } else if (!open.isEmpty()) {
        values.merge(open, pair, (url, more) -> url + "&" + more);
      }
    }
    return new LoginRequest(values);
  }

  /** Reads a form of ours. */
  static LoginRequest ofForm(FormData form) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : NAMES) {
      form.single(name)
          .filter(value -> !value.isBlank())
          .ifPresent(value -> values.put(name, value));
    }
    return new LoginRequest(values);
  }

  Optional<String> url(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The e-mail address as it was typed, or nothing. */
  String email() {
    return values.getOrDefault(EMAIL, "").strip();
  }

  /** The same request to another of our pages. */
  String to(String path) {
    return values.isEmpty()
        ? path
        : path
            + values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + inQuery(entry.getValue()))
                .collect(Collectors.joining("&", "?", ""));
  }

  private static String decode(String value) {
    return PercentEncoding.decodeForm(value)
        .orElseThrow(() -> new HttpError(400, "The parameters are not percent-encoded UTF-8"));
  }
}
