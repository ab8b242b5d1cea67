package org.billingsso.chargebee;

import java.util.Optional;
import org.billingsso.http.Exchange;
import org.billingsso.http.FormData;
import org.billingsso.http.InvalidUrlException;
import org.billingsso.http.Strictness;
import org.billingsso.http.WebUrl;

/**
 * The parameters of a call. Those that no operation asks for are ignored; empty ones are absent.
 */
final class Parameters {
  private final FormData form;

  private Parameters(FormData form) {
    this.form = form;
  }

  static Parameters of(Exchange request) {
    return new Parameters(request.form());
  }

  /** A value that must be there, of so many characters at most. */
  String required(String name, int longest) {
    return optional(name, longest).orElseThrow(() -> ErrorCode.wrongValue(name, "cannot be blank"));
  }

  Optional<String> optional(String name, int longest) {
    if (form.repeats(name)) {
      throw ErrorCode.wrongValue(name, "cannot be there more than once");
    }
    Optional<String> value = form.single(name).filter(text -> !text.isBlank());
    if (value.filter(text -> text.codePointCount(0, text.length()) > longest).isPresent()) {
      throw ErrorCode.wrongValue(name, "cannot have more than " + longest + " characters");
    }
    return value;
  }

  Optional<WebUrl> url(String name, int longest) {
    return optional(name, longest).map(text -> url(name, text));
  }

  private static WebUrl url(String name, String text) {
    try {
      return WebUrl.parse(text, Strictness.LENIENT);
    } catch (InvalidUrlException refused) {
      throw ErrorCode.wrongValue(name, "must be an http or https URL; this " + refused.sentence());
    }
  }
}
