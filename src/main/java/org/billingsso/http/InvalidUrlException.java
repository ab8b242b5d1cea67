package org.billingsso.http;

import java.util.Locale;
import org.billingsso.journal.Diagnosis;
import org.jspecify.annotations.Nullable;

/** A text is no {@link WebUrl}. The message says why and continues "The URL …". */
public final class InvalidUrlException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  /** What is wrong with the text. */
  public enum Reason {
    TOO_LONG("is too long: more characters than"),
    NOT_ABSOLUTE("does not begin with http:// or https:// and a host"),
    USER_INFO("has a user name or password before its host"),
    HOST("has a host that browsers refuse or read otherwise"),
    PORT("has a port that is not from 1 to 65535"),
    MORE_THAN_AN_ORIGIN("has more than scheme, host and port"),
    MORE_THAN_A_BASE("has more than scheme, host, port and path"),
    CHARACTER("has a character that must be percent-encoded"),
    CONTROL_CHARACTER("has a control character, which browsers drop or encode"),
    BACKSLASH("has a backslash, which browsers take for a slash"),
    BROKEN_ESCAPE("has a percent sign without two hexadecimal digits behind it"),
    HIDDEN_CHARACTER("percent-encodes what has no place in a URL"),
    ENCODED_SLASH("percent-encodes a slash in its path"),
    ENCODED_PERCENT_SIGN(
        "percent-encodes a percent sign in its path, so that it can be decoded twice"),
    EMPTY_SEGMENT("has two slashes in a row in its path"),
    DOT_SEGMENT("has a path with a segment that goes up or nowhere (.. or .)");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }
  }

  private final String url;
  private final Reason reason;
  private final @Nullable String seen;

  InvalidUrlException(String url, Reason reason) {
    super(reason.sentence);
    this.url = url;
    this.reason = reason;
    this.seen = null;
  }

  InvalidUrlException(String url, Reason reason, String seen) {
    super(reason.sentence + ": " + seen);
    this.url = url;
    this.reason = reason;
    this.seen = seen;
  }

  static InvalidUrlException character(String url, Reason reason, int codePoint) {
    String name = String.format(Locale.ROOT, "U+%04X", codePoint);
    boolean isVisible = codePoint > ' ' && codePoint < 0x7f;
    String seen = isVisible ? Character.toString(codePoint) + " (" + name + ")" : name;
    return new InvalidUrlException(url, reason, seen);
  }

  /** The text that was refused, as it came. */
  public String url() {
    return url;
  }

  public Reason reason() {
    return reason;
  }

  /** What is wrong with the text, such as "has a backslash, which browsers take for a slash". */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** The same for the operator, of a parameter that has the text. */
  public Diagnosis diagnosis(String parameter) {
    Diagnosis diagnosis = Diagnosis.of(parameter + " " + reason.sentence);
    return seen == null ? diagnosis : diagnosis.seen(seen);
  }

  /** An expected outcome, which nobody looks for in the code. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
