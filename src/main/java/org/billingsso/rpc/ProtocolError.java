package org.billingsso.rpc;

import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Diagnosis;

/**
 * The ways in which something is no call at all, whatever envelope it came in. The numbers are
 * those of the JSON-RPC 2.0 specification, section 5.1.
 */
public enum ProtocolError {
  /** The body is not in the envelope's syntax. */
  PARSE_ERROR(-32700, "Parse error"),
  /** The body is well-formed, but no call. */
  INVALID_REQUEST(-32600, "Invalid Request"),
  /** The call names no method of this API. */
  METHOD_NOT_FOUND(-32601, "Method not found"),
  /** The method does not take these parameters. */
  INVALID_PARAMS(-32602, "Invalid params"),
  /** The call could be made, but not here and now. */
  INTERNAL_ERROR(-32603, "Internal error");

  private static final int LOWEST = -32768;
  private static final int HIGHEST = -32000;

  private final int number;
  private final String message;

  ProtocolError(int number, String message) {
    this.number = number;
    this.message = message;
  }

  /**
   * What an HTTP status means for a call: 404 that nothing can be called there, 500 and 503 and
   * what else is the server's own fault an internal error, and all others that the request is no
   * call.
   */
  public static ProtocolError of(int status) {
    return switch (status) {
      case 404 -> METHOD_NOT_FOUND;
      case 501, 505 -> INVALID_REQUEST; // A transfer encoding, or HTTP, of another kind.
      default -> status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
    };
  }

  /** The refusal of such a call in other words. */
  public ApiRefusal saying(String other) {
    return new ApiRefusal(name(), number, other);
  }

  /** The refusal of such a call, with what the operator should know. */
  public ApiRefusal because(Diagnosis why) {
    return new ApiRefusal(name(), number, message).because(why);
  }

  /** The same with a clause that says what is wrong. */
  public ApiRefusal because(String rule) {
    return because(Diagnosis.of(rule));
  }

  /** Whether the call itself was malformed, rather than refused by its method. */
  public static boolean is(ApiRefusal refusal) {
    return refusal.number() >= LOWEST && refusal.number() <= HIGHEST;
  }
}
