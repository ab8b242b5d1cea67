package org.billingsso.journal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which a call of any platform is refused: what the client is told in the platform's
 * words, and what only the operator is told.
 */
public final class ApiRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final int number;
  private final @Nullable String parameter;
  private final transient @Nullable Diagnosis diagnosis;

  /**
   * @param code the platform's name of it, such as {@code INVALID_EMAIL}
   * @param number the platform's number of it; the HTTP status where it has none of its own
   * @param message for the client
   */
  public ApiRefusal(String code, int number, String message) {
    this(code, number, message, null, null);
  }

  private ApiRefusal(
      String code,
      int number,
      String message,
      @Nullable String parameter,
      @Nullable Diagnosis diagnosis) {
    super(message, null, false, false);
    this.code = code;
    this.number = number;
    this.parameter = parameter;
    this.diagnosis = diagnosis;
  }

  /** The same refusal, with what the operator should know about it. */
  public ApiRefusal because(Diagnosis why) {
    return new ApiRefusal(code, number, message(), parameter, why);
  }

  /** The same refusal, with a clause for the operator. */
  public ApiRefusal because(String rule) {
    return because(Diagnosis.of(rule));
  }

  /** The same refusal, with the parameter that is to blame. */
  public ApiRefusal of(String blamed) {
    return new ApiRefusal(code, number, message(), blamed, diagnosis);
  }

  public String code() {
    return code;
  }

  public int number() {
    return number;
  }

  public String message() {
    return String.valueOf(getMessage());
  }

  /** The parameter that is to blame, where it is one. */
  public Optional<String> parameter() {
    return Optional.ofNullable(parameter);
  }

  /** What the operator should know, never the client. */
  public Optional<Diagnosis> diagnosis() {
    return Optional.ofNullable(diagnosis);
  }

  /** Why, in one line for the operator. */
  public String why() {
    return diagnosis == null ? message() : diagnosis.sentence();
  }
}
