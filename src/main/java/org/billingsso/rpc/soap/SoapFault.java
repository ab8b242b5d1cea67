package org.billingsso.rpc.soap;

import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Diagnosis;
import org.billingsso.rpc.ProtocolError;

/** What is wrong with a message or with the call in it: SOAP 1.1, section 4.4. */
final class SoapFault extends Exception {
  /** The prefix that {@link SoapAnswer} binds to the envelope's namespace. */
  static final String PREFIX = "soap";

  private static final long serialVersionUID = 1;

  private final String faultCode;
  private final transient ApiRefusal error;

  private SoapFault(String faultCode, String faultString, ApiRefusal error) {
    super(faultString, null, false, false);
    this.faultCode = faultCode;
    this.error = error;
  }

  /** The sender wrote no envelope with a call in it. */
  static SoapFault client(String why) {
    return client(why, Diagnosis.of(why));
  }

  /** The same, with more for the operator. */
  static SoapFault client(String why, Diagnosis diagnosis) {
    return new SoapFault(PREFIX + ":Client", why, ProtocolError.INVALID_REQUEST.because(diagnosis));
  }

  /** The sender wrote an envelope of another version of SOAP. */
  static SoapFault versionMismatch(String namespace) {
    return new SoapFault(
        PREFIX + ":VersionMismatch",
        "The envelope must be one of SOAP 1.1",
        ProtocolError.INVALID_REQUEST.because(
            Diagnosis.of("the envelope is not of SOAP 1.1")
                .seen(namespace)
                .expected(Soap.ENVELOPE)));
  }

  /** The sender insists on a header that means nothing here. */
  static SoapFault mustUnderstand(String header) {
    return new SoapFault(
        PREFIX + ":MustUnderstand",
        "The header " + header + " is not understood",
        ProtocolError.INVALID_REQUEST.because(
            "the header " + header + " must be understood and is not"));
  }

  /** The call failed. */
  static SoapFault of(ApiRefusal error) {
    String code = ProtocolError.is(error) ? PREFIX + ":Client" : error.code();
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
  ApiRefusal error() {
    return error;
  }
}
