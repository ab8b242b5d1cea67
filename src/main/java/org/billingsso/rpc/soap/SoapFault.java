package org.billingsso.rpc.soap;

import org.billingsso.rpc.ApiError;

/** What is wrong with a message or with the call in it: SOAP 1.1, section 4.4. */
final class SoapFault extends Exception {
  /** The prefix that {@link SoapAnswer} binds to the envelope's namespace. */
  static final String PREFIX = "soap";

  private static final long serialVersionUID = 1;

  private final String faultCode;
  private final transient ApiError error;

  private SoapFault(String faultCode, String faultString, ApiError error) {
    super(faultString, null, false, false);
    this.faultCode = faultCode;
    this.error = error;
  }

  /** The sender wrote no envelope with a call in it. */
  static SoapFault client(String why) {
    return new SoapFault(PREFIX + ":Client", why, ApiError.invalidRequest());
  }

  /** The sender wrote an envelope of another version of SOAP. */
  static SoapFault versionMismatch() {
    return new SoapFault(
        PREFIX + ":VersionMismatch",
        "The envelope must be one of SOAP 1.1",
        ApiError.invalidRequest());
  }

  /** The sender insists on a header that means nothing here. */
  static SoapFault mustUnderstand(String header) {
    return new SoapFault(
        PREFIX + ":MustUnderstand",
        "The header " + header + " is not understood",
        ApiError.invalidRequest());
  }

  /** The call failed. */
  static SoapFault of(ApiError error) {
    String code = error.isProtocolError() ? PREFIX + ":Client" : error.name();
    return new SoapFault(code, error.message(), error);
  }

  /** The text of {@code faultcode}. */
  String faultCode() {
    return faultCode;
  }

  /** The text of {@code faultstring}. */
  String faultString() {
    return String.valueOf(getMessage());
  }

  /** What {@code detail} tells. */
  ApiError error() {
    return error;
  }
}
