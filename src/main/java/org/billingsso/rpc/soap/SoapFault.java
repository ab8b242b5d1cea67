package org.billingsso.rpc.soap;

import org.billingsso.journal.ApiRefusal;
import org.billingsso.journal.Diagnosis;
import org.billingsso.rpc.ProtocolError;

/** What is wrong with a message or with the call in it: SOAP 1.1, section 4.4. */
final class SoapFault extends Exception {
  private static final long serialVersionUID = 1;

  /** The fault codes of SOAP: whose fault it is. */
  enum FaultCode {
    CLIENT("Client", "Sender"),
    SERVER("Server", "Receiver"),
    VERSION_MISMATCH("VersionMismatch", "VersionMismatch"),
    MUST_UNDERSTAND("MustUnderstand", "MustUnderstand");

    private final String name11;
    private final String name12;

    FaultCode(String name11, String name12) {
      this.name11 = name11;
      this.name12 = name12;
    }

    /** What SOAP 1.1 calls it. */
    String in11() {
      return Soap.PREFIX + ":" + name11;
    }

    /** What SOAP 1.2 calls it. */
    String in12() {
      return Soap.PREFIX + ":" + name12;
    }
  }

  private final FaultCode faultCode;
  private final transient ApiRefusal error;

  private SoapFault(FaultCode faultCode, String faultString, ApiRefusal error) {
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
    return invalid(FaultCode.CLIENT, why, diagnosis);
  }

  /** The sender wrote an envelope of another version of SOAP. */
  static SoapFault versionMismatch(String namespace) {
    return invalid(
        FaultCode.VERSION_MISMATCH,
        "The envelope must be one of SOAP 1.1 or 1.2",
        Diagnosis.of("the envelope is not of SOAP 1.1 or 1.2").seen(namespace));
  }

  /** The sender insists on a header that means nothing here. */
  static SoapFault mustUnderstand(String header) {
    return invalid(
        FaultCode.MUST_UNDERSTAND,
        "The header " + header + " is not understood",
        Diagnosis.of("the header " + header + " must be understood and is not"));
  }

  private static SoapFault invalid(FaultCode faultCode, String faultString, Diagnosis diagnosis) {
    return new SoapFault(faultCode, faultString, ProtocolError.INVALID_REQUEST.because(diagnosis));
  }

  /** The call failed. */
  static SoapFault of(ApiRefusal error) {
    return new SoapFault(FaultCode.CLIENT, error.message(), error);
  }

  /** The call failed by a fault of ours. */
  static SoapFault ofOurs(ApiRefusal error) {
    return new SoapFault(FaultCode.SERVER, error.message(), error);
  }

  FaultCode faultCode() {
    return faultCode;
  }

  /** Whether the message was no call, rather than that its method refused it. */
  boolean isOfProtocol() {
    return ProtocolError.is(error);
  }

  /** What went wrong, in a sentence. */
  String faultString() {
    return String.valueOf(getMessage());
  }

  /** What the detail tells. */
  ApiRefusal error() {
    return error;
  }
}
