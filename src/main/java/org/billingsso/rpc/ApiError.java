package org.billingsso.rpc;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which a call fails: what the client is told, and what only the operator is told.
 * Codes from -32768 to -32000 are those of the JSON-RPC 2.0 specification, section 5.1.
 */
public final class ApiError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String name;
  private final int code;
  private final @Nullable String diagnosis;

  /**
   * @param name such as {@code INVALID_EMAIL}
   * @param code the same as a number
   * @param message for the client
   */
  public ApiError(String name, int code, String message) {
    this(name, code, message, null);
  }

  private ApiError(String name, int code, String message, @Nullable String diagnosis) {
    super(message, null, false, false);
    this.name = name;
    this.code = code;
    this.diagnosis = diagnosis;
  }

  /** The body is not in the envelope's syntax. */
  public static ApiError parseError() {
    return new ApiError("PARSE_ERROR", -32700, "Parse error");
  }

  /** The body is well-formed, but no call. */
  public static ApiError invalidRequest() {
    return new ApiError("INVALID_REQUEST", -32600, "Invalid Request");
  }

  static ApiError methodNotFound() {
    return new ApiError("METHOD_NOT_FOUND", -32601, "Method not found");
  }

  static ApiError invalidParams(String diagnosis) {
    return new ApiError("INVALID_PARAMS", -32602, "Invalid params").because(diagnosis);
  }

  /** The same error, with what the operator should know about it; without secrets. */
  public ApiError because(String why) {
    return new ApiError(name, code, message(), why);
  }

  public String name() {
    return name;
  }

  public int code() {
    return code;
  }

  public String message() {
    return String.valueOf(getMessage());
  }

  /** Whether the call itself was malformed, rather than refused by its method. */
  public boolean isProtocolError() {
    return code >= -32768 && code <= -32000;
  }

  /** What the operator should know, never the client. */
  public Optional<String> diagnosis() {
    return Optional.ofNullable(diagnosis);
  }
}
