package org.billingsso.chargebee;

import java.util.Optional;
import org.billingsso.http.Incoming;
import org.eclipse.jetty.util.Fields;

/**
 * The parameters of a call. Those that no operation asks for are ignored; empty ones are absent.
 */
final class Parameters {
  private final Fields fields;

  private Parameters(Fields fields) {
    this.fields = fields;
  }

  static Parameters of(Incoming request) {
    return new Parameters(request.form());
  }

  /** A value that must be there, of so many characters at most. */
  String required(String name, int longest) {
    return optional(name, longest).orElseThrow(() -> ApiError.wrongValue(name, "cannot be blank"));
  }

  Optional<String> optional(String name, int longest) {
    Optional<String> value =
        Optional.ofNullable(fields.getValue(name)).filter(text -> !text.isBlank());
    if (value.filter(text -> text.codePointCount(0, text.length()) > longest).isPresent()) {
      throw ApiError.wrongValue(name, "cannot have more than " + longest + " characters");
    }
    return value;
  }

  Optional<WebUrl> url(String name, int longest) {
    return optional(name, longest)
        .map(
            text ->
                WebUrl.parse(text)
                    .orElseThrow(() -> ApiError.wrongValue(name, "must be an http or https URL")));
  }
}
