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
  INVALID_PARAMS(-32602, "Invalid params");

  private static final int LOWEST = -32768;
  private static final int HIGHEST = -32000;

  private final int number;
  private final String message;

  ProtocolError(int number, String message) {
    this.number = number;
    this.message = message;
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
