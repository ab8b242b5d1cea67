package org.billingsso.rpc.soap;

import com.sun.xml.ws.api.SOAPVersion;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The result of a call, in {@code <opResponse><opReturn>}, in the style of its request. */
final class ResultAnswer extends SoapAnswer {
  private final String method;
  private final String namespace;
  private final Object result;
  private final boolean isEncoded;

  /**
   * @param namespace of the wrapper
   * @param isEncoded whether the values tell their types
   */
  ResultAnswer(
      SOAPVersion version, String method, String namespace, Object result, boolean isEncoded) {
    super(version);
    this.method = method;
    this.namespace = namespace;
    this.result = result;
    this.isEncoded = isEncoded;
  }

  @Override
  int status() {
    return 200;
  }

  @Override
  public void writePayloadTo(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeStartElement("ns", method + "Response", namespace);
    xml.writeNamespace("ns", namespace);
    String name = method + "Return";
    if (isEncoded) {
      new EncodedValues(getSOAPVersion(), xml).write(name, result);
    } else {
      PlainValues.write(name, result, xml);
    }
    xml.writeEndElement();
  }
}
