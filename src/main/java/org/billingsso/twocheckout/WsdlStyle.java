package org.billingsso.twocheckout;

/** The two descriptions of the same SOAP service. */
public enum WsdlStyle {
  /** rpc/literal, which every tool reads. */
  LITERAL,
  /** rpc/encoded, as the platform most likely publishes it. */
  ENCODED
}
